using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>④ 申込手続きの内容と流れ.</summary>
[AllowAnonymous]
public sealed class OutlineModel : PageModel;
