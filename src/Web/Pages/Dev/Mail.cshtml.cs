using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NexiPortal.Application.Mail;

namespace NexiPortal.Web.Pages.Dev;

/// <summary>One mail caught in Development, with working links.</summary>
[AllowAnonymous]
public sealed partial class MailModel(IServiceProvider services) : PageModel
{
    public CaughtMail Mail { get; private set; } = null!;

    /// <summary>The text, cut at its web addresses.</summary>
    public IEnumerable<(string Text, bool IsAddress)> Parts => Addresses().Split(Mail.Text).Select(part => (part, Addresses().IsMatch(part)));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (services.GetService<ICaughtMails>() is not { } caught || await caught.FindAsync(id, ct) is not { } mail) return NotFound();
        Mail = mail;
        return Page();
    }

    [GeneratedRegex(@"(https?://[^\s]+)")]
    private static partial Regex Addresses();
}
