using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>パスワードの設定: whoever came by the link of M17 or M18 sets a password, and logs in with it next.</summary>
[AllowAnonymous, EnableRateLimiting(HashingTraffic.Policy)]
public sealed class NewPasswordModel(IMediator mediator) : PortalPage
{
    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? NewAgain { get; set; }

    public WebUserId? UserId { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        UserId = (await mediator.Send(new LookUpPasswordLink.Query(HalfwayCookie.PasswordLink.Read(HttpContext)), ct)).Value.UserId;
        if (UserId is null) return GoToLogIn();
        TakeUp();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var set = await mediator.Send(new ChoosePasswordByLink.Command(HalfwayCookie.PasswordLink.Read(HttpContext), New ?? "", NewAgain ?? ""), ct);
        if (set.Succeeded)
        {
            HalfwayCookie.PasswordLink.Drop(HttpContext);
            TempData[nameof(UserId)] = set.Value.Value;
            Carry("パスワードを設定しました。ログインしてください。");
            return RedirectToPage("/Service/Login");
        }
        if (set.Errors[0].Code == WebUserErrors.PasswordLinkUnusable) return GoToLogIn();
        Carry(set.Errors);
        return RedirectToPage();
    }

    // Used, or too late, or the form was kept open since: the way on is the login, which says so.
    private RedirectToPageResult GoToLogIn()
    {
        HalfwayCookie.PasswordLink.Drop(HttpContext);
        Carry([new Error(WebUserErrors.PasswordLinkUnusable)]);
        return RedirectToPage("/Service/Login");
    }
}
