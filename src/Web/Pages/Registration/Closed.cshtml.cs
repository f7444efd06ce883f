using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>Where 閉じる leads when the browser cannot close the window, and 一時保存して終了する: the session is ended, and the page says how to resume.</summary>
[AllowAnonymous]
public sealed class ClosedModel(IMediator mediator) : PortalPage
{
    public void OnGet() => TakeUp();

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutRegistrantAsync(mediator);
        return RedirectToPage();
    }
}
