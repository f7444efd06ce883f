using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>⑯ パスワード変更: at will, or before anything else when the present password is an initial one.</summary>
[Authorize(AuthenticationSchemes = WebUserCookie.Scheme), EnableRateLimiting(HashingTraffic.Policy)]
public sealed class PasswordModel(IMediator mediator, IRequestOrigin origin) : ServicePage(mediator)
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? NewAgain { get; set; }

    public void OnGet() => TakeUp();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Mediator.Send(new ChangeWebUserPassword.Command(Me, Current ?? "", New ?? "", NewAgain ?? "", origin.Digest, BrowserName.Of(Request)), ct);
        if (answer is not { Succeeded: true, Value: ChangeWebUserPassword.Outcome.Changed { SessionId: var session, SetsUpOneTimePassword: var setsUp } })
            return Refuse(answer.Succeeded ? [Refusal(answer.Value)] : answer.Errors);
        await HttpContext.LogInWebUserAsync(Mediator, session);
        Carry("パスワードを変更しました。");
        return setsUp ? RedirectToPage("/Service/OneTimePassword") : Redirect(WebUserCookie.Home);
    }

    private static Error Refusal(ChangeWebUserPassword.Outcome outcome) =>
        outcome is ChangeWebUserPassword.Outcome.Paused { Until: var until }
            ? Error.At(nameof(Current), CredentialErrors.Paused, JapanTime.ToTheSecond(until))
            : Error.At(nameof(Current), CredentialErrors.CurrentWrong);
}
