using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>Between 取り下げる on ⑬ and the withdrawal: what it means, and that there is no way back.</summary>
public sealed class WithdrawModel(IMediator mediator) : RegistrantPage(mediator)
{
    public ShowApplication.View Application { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ArriveAtAsync(Step.Form, ct) is { } elsewhere) return elsewhere;
        Application = (await Mediator.Send(new ShowApplication.Query(LinkId), ct)).Value;
        return Application.CanWithdraw ? Page() : RedirectToPage("Form");
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken ct)
    {
        var answer = await Mediator.Send(new WithdrawApplication.Command(LinkId, version), ct);
        return answer.Succeeded ? RedirectToPage("Form") : await RefuseAsync(answer.Errors, ct);
    }
}
