using Microsoft.AspNetCore.Authorization;
using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Security;

/// <summary>
/// A page of the Web service: for Web users, or for administrators alone. Who must choose a password first has no role yet, and so reaches none of these pages.
/// </summary>
public sealed class ForWebUsersAttribute : AuthorizeAttribute
{
    /// <summary>For Web users with one of the roles; for all unless given.</summary>
    public ForWebUsersAttribute(params WebUserRole[] roles)
    {
        AuthenticationSchemes = WebUserCookie.Scheme;
        Roles = string.Join(',', roles.Length == 0 ? Enum.GetValues<WebUserRole>() : roles);
    }
}
