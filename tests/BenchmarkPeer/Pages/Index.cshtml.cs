using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace NexiPortal.BenchmarkPeer.Pages;

/// <summary>The first page; it asks the database one thing.</summary>
public sealed class IndexModel(PeerDb db) : PageModel
{
    /// <summary>How many companies there are.</summary>
    public int Count { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Count = await db.Companies.CountAsync();
}
