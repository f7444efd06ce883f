using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>ログアウト: the session ends in the store and in the browser.</summary>
[Authorize(AuthenticationSchemes = StaffCookie.Scheme)]
public sealed class LogoutModel(IMediator mediator) : StaffPage(mediator)
{
    public IActionResult OnGet() => Redirect(StaffCookie.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutStaffAsync(Mediator);
        Carry("ログアウトしました。");
        return Redirect(StaffCookie.SignInPage);
    }
}
