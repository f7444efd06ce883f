using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Security;

/// <summary>
/// The registrant's session after 認証する (⑧): a cookie of its own, worth nothing to the other audiences.
/// Idle time lives in the cookie; whether the session was ended is asked of the store at every request.
/// </summary>
public static class RegistrantCookie
{
    /// <summary>Authentication scheme and authorization policy of the registrant's pages.</summary>
    public const string Scheme = "Registrant";

    private const string SessionClaim = "session";
    private const string LinkClaim = "link";

    /// <summary>Begins a session; any earlier one of this browser is replaced.</summary>
    public static Task SignInRegistrantAsync(this HttpContext http, Guid sessionId, Guid linkId) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(SessionClaim, sessionId.ToString("N")), new Claim(LinkClaim, linkId.ToString("N"))], Scheme)));

    /// <summary>Ends the session in the store and in the browser.</summary>
    public static async Task SignOutRegistrantAsync(this HttpContext http, IMediator mediator)
    {
        var signedIn = await http.AuthenticateAsync(Scheme);
        if (signedIn.Principal is { } registrant) await mediator.Send(new EndRegistrantSession.Command(registrant.SessionId()), http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>The link the registrant entered with.</summary>
    public static Guid LinkId(this ClaimsPrincipal registrant) => Guid.Parse(registrant.FindFirstValue(LinkClaim)!);

    /// <summary>Ends a session at its next request when the store says so.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var mediator = context.HttpContext.RequestServices.GetRequiredService<IMediator>();
        var holds = context.Principal is { } registrant
            && (await mediator.Send(new CheckRegistrantSession.Query(registrant.SessionId()), context.HttpContext.RequestAborted)) is { Succeeded: true, Value: true };
        if (holds) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static Guid SessionId(this ClaimsPrincipal registrant) => Guid.Parse(registrant.FindFirstValue(SessionClaim)!);
}
