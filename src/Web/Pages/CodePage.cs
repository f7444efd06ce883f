using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages;

/// <summary>The second half of a login: asks for the one-time password of those who have one.</summary>
public abstract class CodePage(IMediator mediator, HalfwayCookie cookie) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public CodeMethod Method { get; private set; }

    /// <summary>Where the login begins.</summary>
    public abstract string LogInPage { get; }

    /// <summary>Whom to ask who has neither code nor recovery code.</summary>
    public abstract string Otherwise { get; }

    /// <summary>The use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>The login that waits; none when this browser has none.</summary>
    protected Guid Waiting => Guid.TryParse(cookie.Read(HttpContext), out var halfway) ? halfway : Guid.Empty;

    /// <summary>Where one begins once logged in.</summary>
    protected abstract string Start { get; }

    /// <summary>Whether the login is over already.</summary>
    protected abstract bool IsLoggedIn { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IsLoggedIn) return GoOn();
        var waiting = await mediator.Send(new ShowHalfwayLogIn.Query(Waiting), ct);
        if (!waiting.Succeeded) return Again(waiting.Errors[0]);
        TakeUp();
        Method = waiting.Value.Method;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Sent again by Back, or by a second press: the first has led in already.
        if (IsLoggedIn) return GoOn();
        var answer = await EnterAsync(ct);
        if (!answer.Succeeded) return Stay(answer.Errors);
        switch (answer.Value)
        {
            case CodeOutcome.LoggedIn { SessionId: var session }:
                cookie.Drop(HttpContext);
                await BeginAsync(session);
                return GoOn();
            case CodeOutcome.Wrong:
                return Stay([Error.At(nameof(Code), OneTimePasswordErrors.CodeWrong)]);
            case CodeOutcome.Paused { Until: var until }:
                return Again(new Error(OneTimePasswordErrors.Paused) { Arguments = [JapanTime.ToTheSecond(until)] });
            default:
                return Again(new Error(OneTimePasswordErrors.LogInAgain));
        }
    }

    /// <summary>Enters the code.</summary>
    protected abstract Task<Result<CodeOutcome>> EnterAsync(CancellationToken ct);

    /// <summary>Gives the browser its session.</summary>
    protected abstract Task BeginAsync(Guid sessionId);

    /// <summary>The same page again, which says why.</summary>
    protected RedirectToPageResult Stay(IReadOnlyList<Error> errors)
    {
        Carry(errors);
        return RedirectToPage(new { ReturnUrl });
    }

    private RedirectResult GoOn() => Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Start);

    private RedirectToPageResult Again(Error why)
    {
        cookie.Drop(HttpContext);
        Carry([why]);
        return RedirectToPage("Login", new { ReturnUrl });
    }
}
