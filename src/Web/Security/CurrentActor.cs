using NexiPortal.Application.Audit;

namespace NexiPortal.Web.Security;

/// <summary>Who acts, for the audit trail: the registrant's link or the member of staff signed in, a visitor, or the system outside any request.</summary>
internal sealed class CurrentActor(IHttpContextAccessor accessor) : ICurrentActor
{
    public string Name => accessor.HttpContext switch
    {
        null => "system",
        { User.Identity: { IsAuthenticated: true, AuthenticationType: RegistrantCookie.Scheme } } http => $"registrant:{http.User.LinkId():N}",
        { User: { Identity.IsAuthenticated: true } user } when user.IsWebUser() => $"webuser:{user.WebUserId()}",
        { User: { Identity.IsAuthenticated: true } staff } when staff.IsStaff() => $"staff:{staff.StaffId()}",
        _ => "visitor",
    };
}
