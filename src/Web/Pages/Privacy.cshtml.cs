using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages;

/// <summary>個人情報の取扱いについて.</summary>
[AllowAnonymous]
public sealed class PrivacyModel : PageModel;
