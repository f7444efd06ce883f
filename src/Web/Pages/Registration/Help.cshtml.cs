using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑩ The help window behind a label's ?.</summary>
[AllowAnonymous]
public sealed class HelpModel : PageModel
{
    public ApplicationField Field { get; private set; } = null!;

    public IActionResult OnGet(string field)
    {
        if (ApplicationFields.Find(field) is not { } found) return NotFound();
        Field = found;
        return Page();
    }
}
