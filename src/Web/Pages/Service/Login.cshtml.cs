using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>⑮ ログイン: where Web users log in; they come back to the page they asked for.</summary>
[AllowAnonymous, EnableRateLimiting(HashingTraffic.Policy)]
public sealed class LoginModel(IMediator mediator, IRequestOrigin origin) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? UserId { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Ended { get; private set; }

    public IActionResult OnGet(bool ended)
    {
        if (User.IsWebUser()) return GoOn();
        TakeUp();
        (Ended, UserId) = (ended, UserId ?? TempData[nameof(UserId)] as string);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await mediator.Send(new LogInWebUser.Command(UserId ?? "", Password ?? "", origin.Digest, BrowserName.Of(Request)), ct);
        if (answer is { Succeeded: true, Value: LogInWebUser.Outcome.LoggedIn { SessionId: var session } })
        {
            await HttpContext.LogInWebUserAsync(mediator, session);
            return GoOn();
        }
        if (answer is { Succeeded: true, Value: LogInWebUser.Outcome.CodeAsked { HalfwayId: var halfway } })
        {
            HalfwayCookie.LogIn.Keep(HttpContext, halfway.ToString("N"));
            return RedirectToPage("/Service/Code", new { ReturnUrl });
        }
        TempData[nameof(UserId)] = UserId;
        Carry(answer.Succeeded ? [Refusal(answer.Value)] : answer.Errors);
        return RedirectToPage(new { ReturnUrl });
    }

    private RedirectResult GoOn() => Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : WebUserCookie.Home);

    private static Error Refusal(LogInWebUser.Outcome outcome) => outcome switch
    {
        LogInWebUser.Outcome.Paused { Until: var until } => Error.At(nameof(Password), CredentialErrors.Paused, JapanTime.ToTheSecond(until)),
        LogInWebUser.Outcome.Expired => Error.At(nameof(Password), WebUserErrors.InitialPasswordExpired),
        _ => Error.At(nameof(UserId), WebUserErrors.LogInRefused),
    };
}
