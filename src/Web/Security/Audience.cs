using Microsoft.AspNetCore.Diagnostics;

namespace NexiPortal.Web.Security;

/// <summary>
/// Whom an address is for. Each audience signs in by a cookie of its own, and on its pages no other cookie is looked at:
/// a browser may hold a registrant's session and a member of staff's side by side.
/// </summary>
public static class Audience
{
    /// <summary>Authentication scheme that passes every request on to its audience's own.</summary>
    public const string Scheme = "Audience";

    /// <summary>Whether a request is for the back office; for an error page, whether the page asked for was.</summary>
    public static bool IsBackOffice(this HttpContext http) => PathOf(http).StartsWithSegments(StaffCookie.Home);

    /// <summary>Whether a request is for the Web service; for an error page, whether the page asked for was.</summary>
    public static bool IsService(this HttpContext http) =>
        PathOf(http) is var path && (path.StartsWithSegments(WebUserCookie.Home) || path.StartsWithSegments(WebUserCookie.LogInPage) || path.StartsWithSegments("/p"));

    /// <summary>Whether this is the page that tells of a fault: it needs no session, and the store that knows the sessions may be at fault.</summary>
    internal static bool IsFaultPage(this HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Route of the page a request is for, without its values: what the audit trail says of a refused one.</summary>
    public static string RouteAsked(this HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";

    /// <summary>The scheme of a request's audience.</summary>
    internal static string SchemeOf(HttpContext http) => http.IsBackOffice() ? StaffCookie.Scheme : http.IsService() ? WebUserCookie.Scheme : RegistrantCookie.Scheme;

    private static PathString PathOf(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path;
}
