using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑧b asked: one answer, whether or not there is such an application.</summary>
[AllowAnonymous]
public sealed class StatusSentModel : PageModel;
