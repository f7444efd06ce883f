using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NexiPortal.Web.Security;

/// <summary>
/// Remembers between two pages what opens the second one. It is sealed, lives as long as the browser's window, and no other page looks at it: it is no session.
/// </summary>
/// <param name="name">Name of the cookie.</param>
public sealed class HalfwayCookie(string name)
{
    /// <summary>⑮: the login that waits for its one-time password.</summary>
    public static readonly HalfwayCookie LogIn = new("__Host-nexi-code");

    /// <summary>The login of a member of staff that waits for its one-time password.</summary>
    public static readonly HalfwayCookie StaffSignIn = new("__Host-nexi-staff-code");

    /// <summary>M17, M18: the link that sets a password; its token leaves the address bar.</summary>
    public static readonly HalfwayCookie PasswordLink = new("__Host-nexi-link");

    /// <summary>Remembers something.</summary>
    public void Keep(HttpContext http, string kept) => http.Response.Cookies.Append(name, Protector(http).Protect(kept), Options(http));

    /// <summary>What is remembered; empty when this browser has nothing.</summary>
    public string Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[name] is { Length: > 0 } kept ? Protector(http).Unprotect(kept) : "";
        }
        catch (CryptographicException)
        {
            return "";
        }
    }

    /// <summary>Forgets it.</summary>
    public void Drop(HttpContext http) => http.Response.Cookies.Delete(name, Options(http));

    private IDataProtector Protector(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(name);

    private CookieOptions Options(HttpContext http)
    {
        var cookie = new CookieBuilder();
        PortalHost.Harden(cookie, name);
        return cookie.Build(http);
    }
}
