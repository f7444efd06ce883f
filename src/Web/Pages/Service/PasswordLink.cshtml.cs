using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>The page behind the URL of M17 and M18: one button that leads to the choice of a password, or why the URL cannot be used.</summary>
[AllowAnonymous]
public sealed class PasswordLinkModel(IMediator mediator) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public WebUserId? UserId { get; private set; }

    public string Heading { get; private set; } = "";

    public string Why { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var link = (await mediator.Send(new LookUpPasswordLink.Query(Token), ct)).Value;
        UserId = link.UserId;
        (Heading, Why) = link.State switch
        {
            LookUpPasswordLink.State.Live => ("パスワードの設定", ""),
            LookUpPasswordLink.State.Expired => ("このURLは有効期限が過ぎています", "お開きになったURLの有効期限が過ぎたため、パスワードを設定できません。"),
            LookUpPasswordLink.State.Ended => ("このURLは使用できません", "お開きになったURLは、すでに使用されたか、新しいURLが発行されたか、WebユーザーIDの利用が停止または終了されたため、使用できません。"),
            _ => ("このURLは確認できません", "URLが途中で改行されているか、一部が欠けている可能性があります。メールに記載されたURL全体を、もう一度お確かめください。"),
        };
        if (UserId is null) Response.StatusCode = link.State == LookUpPasswordLink.State.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
    }

    public IActionResult OnPost()
    {
        HalfwayCookie.PasswordLink.Keep(HttpContext, Token);
        return RedirectToPage("/Service/NewPassword");
    }
}
