using NexiPortal.Application.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Security;

/// <summary>Who acts, for the audit trail: the registrant's link or the member of staff signed in, a visitor, or the system outside any request.</summary>
internal sealed class CurrentActor(IHttpContextAccessor accessor) : ICurrentActor
{
    public string Name => accessor.HttpContext switch
    {
        null => Actor.System.Name,
        { User.Identity: { IsAuthenticated: true, AuthenticationType: RegistrantCookie.Scheme } } http => Actor.Registrant(http.User.LinkId()).Name,
        { User: { Identity.IsAuthenticated: true } user } when user.IsWebUser() => Actor.WebUser(user.WebUserId()).Name,
        { User: { Identity.IsAuthenticated: true } staff } when staff.IsStaff() => Actor.Staff(staff.StaffId()).Name,
        _ => Actor.Visitor.Name,
    };
}
