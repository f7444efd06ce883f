using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>Between ⑩ and ⑨: the warning before unsaved input is lost.</summary>
public sealed class LeaveModel(IMediator mediator) : RegistrantPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ArriveAtAsync(Step.Details, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(bool save, CancellationToken ct)
    {
        var answer = await Mediator.Send(new LeaveDetails.Command(LinkId, save), ct);
        return answer.Succeeded ? RedirectToPage("ChooseType") : await RefuseAsync(answer.Errors, ct);
    }
}
