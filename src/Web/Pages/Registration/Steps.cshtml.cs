using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>② 保険手続のステップ.</summary>
[AllowAnonymous]
public sealed class StepsModel : PageModel;
