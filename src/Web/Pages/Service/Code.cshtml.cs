using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>⑮, second half: asks for the one-time password of those who have one.</summary>
[AllowAnonymous]
public sealed class CodeModel(IMediator mediator, IRequestOrigin origin) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public CodeMethod Method { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.IsWebUser()) return GoOn();
        var waiting = await mediator.Send(new ShowHalfwayLogIn.Query(Waiting), ct);
        if (!waiting.Succeeded) return Again(waiting.Errors[0]);
        TakeUp();
        Method = waiting.Value.Method;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Sent again by Back, or by a second press: the first has led into the service already.
        if (User.IsWebUser()) return GoOn();
        var answer = await mediator.Send(new EnterOneTimePassword.Command(Waiting, Code ?? "", origin.Digest, BrowserName.Of(Request)), ct);
        if (!answer.Succeeded) return Stay(answer.Errors);
        switch (answer.Value)
        {
            case EnterOneTimePassword.Outcome.LoggedIn { SessionId: var session }:
                HalfwayCookie.LogIn.Drop(HttpContext);
                await HttpContext.LogInWebUserAsync(session);
                return GoOn();
            case EnterOneTimePassword.Outcome.Wrong:
                return Stay([Error.At(nameof(Code), OneTimePasswordErrors.CodeWrong)]);
            case EnterOneTimePassword.Outcome.Paused { Until: var until }:
                return Again(new Error(OneTimePasswordErrors.Paused) { Arguments = [JapanTime.ToTheSecond(until)] });
            default:
                return Again(new Error(OneTimePasswordErrors.LogInAgain));
        }
    }

    public async Task<IActionResult> OnPostResendAsync(CancellationToken ct)
    {
        var sent = await mediator.Send(new MailOneTimePassword.Command(Waiting), ct);
        if (!sent.Succeeded) return Stay(sent.Errors);
        Carry("ワンタイムパスワードのメールをもう一度お送りしました。");
        return RedirectToPage(new { ReturnUrl });
    }

    private Guid Waiting => Guid.TryParse(HalfwayCookie.LogIn.Read(HttpContext), out var halfway) ? halfway : Guid.Empty;

    private RedirectResult GoOn() => Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : WebUserCookie.Home);

    private RedirectToPageResult Stay(IReadOnlyList<Error> errors)
    {
        Carry(errors);
        return RedirectToPage(new { ReturnUrl });
    }

    private RedirectToPageResult Again(Error why)
    {
        HalfwayCookie.LogIn.Drop(HttpContext);
        Carry([why]);
        return RedirectToPage("/Service/Login", new { ReturnUrl });
    }
}
