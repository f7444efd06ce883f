using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>⑮, second half: the one-time password of a Web user.</summary>
[AllowAnonymous]
public sealed class CodeModel(IMediator mediator, IRequestOrigin origin) : CodePage(mediator, HalfwayCookie.LogIn)
{
    public override string LogInPage => WebUserCookie.LogInPage;

    public override string Otherwise => "申込者の方は貴社の管理者に、管理者の方は下記のお問い合わせ先に、ワンタイムパスワードの解除をご依頼ください。";

    protected override string Start => WebUserCookie.Home;

    protected override bool IsLoggedIn => User.IsWebUser();

    public async Task<IActionResult> OnPostResendAsync(CancellationToken ct)
    {
        var sent = await Mediator.Send(new MailOneTimePassword.Command(Waiting), ct);
        if (!sent.Succeeded) return Stay(sent.Errors);
        Carry("ワンタイムパスワードのメールをもう一度お送りしました。");
        return RedirectToPage(new { ReturnUrl });
    }

    protected override Task<Result<CodeOutcome>> EnterAsync(CancellationToken ct) =>
        Mediator.Send(new EnterOneTimePassword.Command(Waiting, Code ?? "", origin.Digest, BrowserName.Of(Request)), ct);

    protected override Task BeginAsync(Guid sessionId) => HttpContext.LogInWebUserAsync(Mediator, sessionId);
}
