using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>パスワード変更: at will, or before anything else when the present password is an initial one.</summary>
[Authorize(AuthenticationSchemes = StaffCookie.Scheme), EnableRateLimiting(HashingTraffic.Policy)]
public sealed class PasswordModel(IMediator mediator, IRequestOrigin origin) : StaffPage(mediator)
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
        var answer = await Mediator.Send(new ChangeStaffPassword.Command(MemberId, Current ?? "", New ?? "", NewAgain ?? "", origin.Digest), ct);
        if (answer is not { Succeeded: true, Value: ChangeStaffPassword.Outcome.Changed { SessionId: var session } })
            return Refuse(answer.Succeeded ? [Refusal(answer.Value)] : answer.Errors);
        await HttpContext.SignInStaffAsync(Mediator, session);
        Carry("パスワードを変更しました。");
        return Redirect(StaffCookie.Home);
    }

    private static Error Refusal(ChangeStaffPassword.Outcome outcome) =>
        outcome is ChangeStaffPassword.Outcome.Paused { Until: var until }
            ? Error.At(nameof(Current), CredentialErrors.Paused, JapanTime.ToTheSecond(until))
            : Error.At(nameof(Current), CredentialErrors.CurrentWrong);
}
