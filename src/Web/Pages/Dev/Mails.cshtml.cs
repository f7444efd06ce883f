using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NexiPortal.Application.Mail;

namespace NexiPortal.Web.Pages.Dev;

/// <summary>The mails caught in Development. Where mail goes to a server, the page does not exist.</summary>
[AllowAnonymous]
public sealed class MailsModel(IServiceProvider services) : PageModel
{
    public IReadOnlyList<CaughtMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (services.GetService<ICaughtMails>() is not { } caught) return NotFound();
        Mails = await caught.ListAsync(ct);
        return Page();
    }
}
