using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.BenchmarkPeer.Pages;

/// <summary>A form as scaffolding makes it: tag helpers for twelve fields, antiforgery.</summary>
public sealed class FormModel(PeerDb db) : PageModel
{
    /// <summary>What is entered.</summary>
    [BindProperty]
    public Company Company { get; set; } = new();

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        db.Companies.Add(Company);
        await db.SaveChangesAsync();
        return RedirectToPage("/Index");
    }
}
