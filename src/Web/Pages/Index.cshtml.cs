using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages;

/// <summary>① The top page.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
