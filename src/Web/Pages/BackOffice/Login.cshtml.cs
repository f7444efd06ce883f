using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>Where staff sign in; they come back to the page they asked for.</summary>
[AllowAnonymous, EnableRateLimiting(HashingTraffic.Policy)]
public sealed class LoginModel(IMediator mediator, IRequestOrigin origin) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? StaffId { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Ended { get; private set; }

    public IActionResult OnGet(bool ended)
    {
        if (User.IsStaff()) return GoOn();
        TakeUp();
        (Ended, StaffId) = (ended, TempData[nameof(StaffId)] as string);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await mediator.Send(new SignInStaff.Command(StaffId ?? "", Password ?? "", origin.Digest), ct);
        if (answer is { Succeeded: true, Value: SignInStaff.Outcome.SignedIn { SessionId: var session } })
        {
            await HttpContext.SignInStaffAsync(mediator, session);
            return GoOn();
        }
        if (answer is { Succeeded: true, Value: SignInStaff.Outcome.CodeAsked { HalfwayId: var halfway } })
        {
            HalfwayCookie.StaffSignIn.Keep(HttpContext, halfway.ToString("N"));
            return RedirectToPage("Code", new { ReturnUrl });
        }
        TempData[nameof(StaffId)] = StaffId;
        Carry(answer.Succeeded ? [Refusal(answer.Value)] : answer.Errors);
        return RedirectToPage(new { ReturnUrl });
    }

    private RedirectResult GoOn() => Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : StaffCookie.Start);

    private static Error Refusal(SignInStaff.Outcome outcome) => outcome switch
    {
        SignInStaff.Outcome.Paused { Until: var until } => Error.At(nameof(Password), CredentialErrors.Paused, JapanTime.ToTheSecond(until)),
        SignInStaff.Outcome.Expired => Error.At(nameof(Password), StaffErrors.InitialPasswordExpired),
        _ => Error.At(nameof(StaffId), StaffErrors.SignInRefused),
    };
}
