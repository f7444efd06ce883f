using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>③ 保険のお申込前に必要なお手続き.</summary>
[AllowAnonymous]
public sealed class BeforeApplyingModel : PageModel;
