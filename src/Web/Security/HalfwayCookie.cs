using Microsoft.AspNetCore.DataProtection;

namespace NexiPortal.Web.Security;

/// <summary>
/// Names the login that waits for its one-time password, between the two pages of ⑮. It is sealed, lives as long as the browser's window,
/// and no page but the one that asks for the code looks at it: it is no session.
/// </summary>
public static class HalfwayCookie
{
    private const string Name = "__Host-nexi-code";

    /// <summary>Remembers the login that waits.</summary>
    public static void KeepHalfway(this HttpContext http, Guid halfwayId) => http.Response.Cookies.Append(Name, Protector(http).Protect(halfwayId.ToString("N")), Options(http));

    /// <summary>The login that waits; null when this browser has none.</summary>
    public static Guid? Halfway(this HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } kept ? Guid.Parse(Protector(http).Unprotect(kept)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Forgets it.</summary>
    public static void DropHalfway(this HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static IDataProtector Protector(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(HalfwayCookie));

    private static CookieOptions Options(HttpContext http)
    {
        var cookie = new CookieBuilder();
        PortalHost.Harden(cookie, Name);
        return cookie.Build(http);
    }
}
