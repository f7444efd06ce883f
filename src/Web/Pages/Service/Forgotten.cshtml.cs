using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;

namespace NexiPortal.Web.Pages.Service;

/// <summary>パスワードをお忘れの方: an applicant asks for a link by mail; whether one goes out is told to nobody here, neither in words nor by the time it takes.</summary>
[AllowAnonymous]
public sealed class ForgottenModel(IMediator mediator) : PortalPage
{
    [BindProperty]
    public string? UserId { get; set; }

    [BindProperty]
    public string? MailAddress { get; set; }

    public bool IsSent { get; private set; }

    public void OnGet(bool sent)
    {
        TakeUp();
        (IsSent, UserId, MailAddress) = (sent, UserId ?? TempData[nameof(UserId)] as string, MailAddress ?? TempData[nameof(MailAddress)] as string);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var aWhile = BeginAWhile();
        var asked = await mediator.Send(new RequestPasswordLink.Command(UserId ?? "", MailAddress ?? ""), ct);
        if (asked.Succeeded)
        {
            await aWhile;
            return RedirectToPage(new { sent = true });
        }
        (TempData[nameof(UserId)], TempData[nameof(MailAddress)]) = (UserId, MailAddress);
        Carry(asked.Errors);
        return RedirectToPage();
    }
}
