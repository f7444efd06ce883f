using Microsoft.AspNetCore.Authorization;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Web.Security;

/// <summary>
/// A page of the back office: for staff with one of the roles. Who must choose a password first has no role yet, and so reaches none of these pages.
/// </summary>
public sealed class ForStaffAttribute : AuthorizeAttribute
{
    /// <summary>For whoever has one of the roles; for all staff unless given.</summary>
    public ForStaffAttribute(StaffRoles any = StaffRoles.Any)
    {
        Any = any;
        AuthenticationSchemes = StaffCookie.Scheme;
        Roles = string.Join(',', StaffRoleLabels.All.Where(role => any.HasFlag(role)));
    }

    /// <summary>The roles.</summary>
    public StaffRoles Any { get; }
}
