using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Mail;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>再送する beside a mail of a case; it leads back to the case.</summary>
[ForStaff(StaffRoles.Clerk | StaffRoles.Approver)]
public sealed class ResendModel(IMediator mediator) : CasePage(mediator)
{
    [BindProperty]
    public Guid MailId { get; set; }

    public IActionResult OnGet() => ToCase();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Mediator.Send(new ResendMail.Command(MailId), ct);
        if (answer.Succeeded) Carry("メールを再送します。");
        else Carry(answer.Errors);
        return ToCase();
    }
}
