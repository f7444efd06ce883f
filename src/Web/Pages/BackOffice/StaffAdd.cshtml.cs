using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>職員の追加: the answer to the form shows the initial password, this once.</summary>
[ForStaff(StaffRoles.Supervisor), EnableRateLimiting(HashingTraffic.Policy)]
public sealed class StaffAddModel(IMediator mediator) : StaffFieldsPage(mediator)
{
    [BindProperty]
    public string? StaffId { get; set; }

    public IssuedPassword? Issued { get; private set; }

    public void OnGet()
    {
        TakeUp();
        StaffId = TempData[nameof(StaffId)] as string;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Mediator.Send(new AddStaffMember.Command(MemberId, StaffId ?? "", Name ?? "", Chosen), ct);
        if (!answer.Succeeded)
        {
            TempData[nameof(StaffId)] = StaffId;
            return RefuseEntry(answer.Errors);
        }
        Issued = answer.Value;
        return Page();
    }
}
