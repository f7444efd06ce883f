using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>Between ⑩ and ⑨: the warning before unsaved input is lost. Also 一時保存して終了する on the steps after ⑩.</summary>
public sealed class LeaveModel(IMediator mediator) : RegistrantPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ArriveAtAsync(Step.Details, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(bool save, bool close, CancellationToken ct)
    {
        var answer = await Mediator.Send(new LeaveDetails.Command(LinkId, save), ct);
        if (!answer.Succeeded) return await RefuseAsync(answer.Errors, ct);
        return close ? await CloseSavedAsync() : RedirectToPage("ChooseType");
    }
}
