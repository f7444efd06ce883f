using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>The steps of a registrant's way, in order.</summary>
public enum Step
{
    /// <summary>⑨.</summary>
    ChooseType,

    /// <summary>⑩.</summary>
    Details,

    /// <summary>⑪.</summary>
    Confirm,

    /// <summary>⑫.</summary>
    Terms,

    /// <summary>⑬.</summary>
    Form,
}

/// <summary>A page of an authenticated registrant (⑨–⑬): a step typed as an address out of order leads to the first unfinished one.</summary>
[Authorize(Policy = RegistrantCookie.Scheme)]
public abstract class RegistrantPage(IMediator mediator) : PortalPage
{
    /// <summary>How far the registrant has come.</summary>
    public ShowProgress.Progress Progress { get; private set; } = null!;

    /// <summary>Whether there is input that 一時保存する could keep.</summary>
    public bool IsEntering => Progress is { Entry: not null, IsSubmitted: false };

    /// <summary>The use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>The registrant's link.</summary>
    protected Guid LinkId => User.LinkId();

    /// <summary>Tells forms of different links apart, without showing the link's identity.</summary>
    protected string LinkMark => Convert.ToHexStringLower(SHA256.HashData(LinkId.ToByteArray()), 0, 4);

    /// <summary>Loads the progress; a redirect when this step's turn has not come, or is over.</summary>
    protected async Task<IActionResult?> ArriveAtAsync(Step step, CancellationToken ct)
    {
        TakeUp();
        Progress = (await mediator.Send(new ShowProgress.Query(LinkId), ct)).Value;
        var next = Next(Progress);
        if (next == Step.Form && step != Step.Form) return RedirectToPage("Form", new { again = true });
        return step > next ? RedirectToPage(next.ToString()) : null;
    }

    /// <summary>After a refused command: to the first unfinished step, which says why.</summary>
    protected async Task<IActionResult> RefuseAsync(IReadOnlyList<Error> errors, CancellationToken ct)
    {
        if (errors[0].Code == RegistrationErrors.LinkExpired)
        {
            await HttpContext.SignOutRegistrantAsync(mediator);
            return RedirectToPage("SessionEnded", new { why = CheckRegistrantSession.Standing.LinkExpired });
        }
        Carry(errors);
        var progress = (await mediator.Send(new ShowProgress.Query(LinkId), ct)).Value;
        return RedirectToPage(Next(progress).ToString());
    }

    /// <summary>一時保存して終了する: the session is over, and the page says how to resume.</summary>
    protected async Task<IActionResult> CloseSavedAsync()
    {
        await HttpContext.SignOutRegistrantAsync(mediator);
        Carry("入力された内容を一時保存しました。");
        return RedirectToPage("Closed");
    }

    private static Step Next(ShowProgress.Progress progress) =>
        progress.IsSubmitted ? Step.Form
        : progress.Entry is null ? Step.ChooseType
        : progress.Entry.Errors.Count > 0 ? Step.Details
        : progress.IsConfirmed ? Step.Terms
        : Step.Confirm;
}
