using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>Where a registrant without a live session is led: why, and how to go on.</summary>
[AllowAnonymous]
public sealed class SessionEndedModel : PageModel;
