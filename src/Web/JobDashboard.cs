using Hangfire;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web;

/// <summary>
/// Hangfire's own view of the scheduled work, for supervisors who look into a failure with whoever runs the portal. It only shows:
/// what is due is read from the portal's tables at every run, so there is nothing to be set right in it.
/// </summary>
internal static class JobDashboard
{
    /// <summary>Its address, on the pages of the back office.</summary>
    public const string Address = StaffCookie.Home + "/jobs/dashboard";

    // Its icons are a font and data, and its script sets one style, which stands here by its digest.
    private static readonly string ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy
        .Replace("img-src 'self'", "img-src 'self' data:; font-src 'self'", StringComparison.Ordinal)
        .Replace("style-src 'self'", "style-src 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='", StringComparison.Ordinal);

    private static readonly PathString Figures = Address + "/stats";

    /// <summary>Opens it to supervisors, whoever stands between: the route's policy decides, not the address a request comes from.</summary>
    public static void MapJobDashboard(this WebApplication app) =>
        app.MapHangfireDashboard(Address, new DashboardOptions
        {
            Authorization = [],
            IsReadOnlyFunc = _ => true,
            AppPath = StaffCookie.Home + "/jobs",
            DashboardTitle = "NexiPortal",
            DisplayStorageConnectionString = false,
            StatsPollingInterval = 5_000,
        })
        .RequireAuthorization(new ForStaffAttribute(StaffRoles.Supervisor))
        .WithMetadata(new SecurityHeaders.OwnPolicy(ContentSecurityPolicy));

    /// <summary>Whether a request is the page asking for new figures by itself: nobody's doing, so it keeps no session alive.</summary>
    public static bool IsAsking(HttpContext http) => http.Request.Path == Figures;
}
