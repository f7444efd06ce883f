using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑬ Step 5: sent but not finished: print, seal and post the form; where the application stands.</summary>
public sealed class FormModel(IMediator mediator) : RegistrantPage(mediator)
{
    public ShowApplication.View Application { get; private set; } = null!;

    public bool CameBack { get; private set; }

    /// <summary>Whether the present state is a step further than the last milestone: sent, but not arrived; or come back, and to be sent again.</summary>
    public bool IsWaitingAfterLast => Application.Milestones[^1].Verb is ApplicationVerb.Submit or ApplicationVerb.RegisterReturn;

    public async Task<IActionResult> OnGetAsync(bool again, CancellationToken ct)
    {
        if (await ArriveAtAsync(Step.Form, ct) is { } elsewhere) return elsewhere;
        Application = (await Mediator.Send(new ShowApplication.Query(LinkId), ct)).Value;
        CameBack = again;
        return Page();
    }
}
