using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>ログアウト: the session ends in the store and in the browser.</summary>
[Authorize(AuthenticationSchemes = WebUserCookie.Scheme)]
public sealed class LogoutModel(IMediator mediator) : ServicePage(mediator)
{
    public IActionResult OnGet() => Redirect(WebUserCookie.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.LogOutWebUserAsync(Mediator);
        Carry("ログアウトしました。");
        return Redirect(WebUserCookie.LogInPage);
    }
}
