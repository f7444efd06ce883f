using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NexiPortal.Application.Registration;
using static NexiPortal.Application.Registration.CheckRegistrantSession;

namespace NexiPortal.Web.Security;

/// <summary>
/// The registrant's session after 認証する (⑧): a cookie of its own, worth nothing to the other audiences.
/// Idle time lives in the cookie; whether the session was ended is asked of the store at every request.
/// </summary>
public static class RegistrantCookie
{
    /// <summary>Authentication scheme and authorization policy of the registrant's pages.</summary>
    public const string Scheme = "Registrant";

    /// <summary>Where pages ask how long the session lasts; asking is not using it.</summary>
    public const string AskedAt = "/registration/session";

    /// <summary>操作を続ける: the same, but using it.</summary>
    public const string ExtendedAt = "/registration/session?extend=true";

    private const string SessionClaim = "session";
    private const string LinkClaim = "link";

    // What was found out about this request's session.
    private static readonly object Left = new();
    private static readonly object Ended = new();

    /// <summary>Begins a session; any earlier one of this browser is replaced.</summary>
    public static async Task SignInRegistrantAsync(this HttpContext http, IMediator mediator, Guid sessionId, Guid linkId)
    {
        await http.EndSessionAsync(mediator);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(SessionClaim, sessionId.ToString("N")), new Claim(LinkClaim, linkId.ToString("N"))], Scheme)));
    }

    /// <summary>Ends the session in the store and in the browser.</summary>
    public static async Task SignOutRegistrantAsync(this HttpContext http, IMediator mediator)
    {
        await http.EndSessionAsync(mediator);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>The link the registrant entered with.</summary>
    public static Guid LinkId(this ClaimsPrincipal registrant) => Guid.Parse(registrant.FindFirstValue(LinkClaim)!);

    /// <summary>How long the session lasts if nothing more is asked.</summary>
    public static TimeSpan SessionLeft(this HttpContext http) => (TimeSpan)http.Items[Left]!;

    /// <summary>Every request counts against idle time, not only those of the session's second half; asking how long it lasts does not.</summary>
    internal static Task CountAgainstIdleTimeAsync(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = $"{context.Request.Path}{context.Request.QueryString}" != AskedAt;
        context.HttpContext.Items[Left] = context.ShouldRenew ? context.Options.ExpireTimeSpan : context.RemainingTime;
        return Task.CompletedTask;
    }

    /// <summary>Ends a session at its next request when the store says so. The cookie stays, so that every later request is told why, too.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var answer = !http.IsFaultPage() && context.Principal is { } registrant
            ? (await http.RequestServices.GetRequiredService<IMediator>().Send(new Query(registrant.SessionId()), http.RequestAborted)).Value
            : null;
        if (answer is { Standing: Standing.Live })
        {
            if (answer.Left < http.SessionLeft()) http.Items[Left] = answer.Left;
            return;
        }
        http.Items[Ended] = answer?.Standing;
        context.RejectPrincipal();
    }

    /// <summary>Leads a registrant without a live session to the page that says why and how to go on.</summary>
    internal static Task LeadToTheWayBackAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A cookie that did not get as far as the store ran out by itself.
        var why = context.HttpContext.Items[Ended] as Standing?
            ?? (context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!) ? Standing.Idle : null);
        context.Response.Redirect(why is null ? "/registration/session-ended" : $"/registration/session-ended?why={why}");
        return Task.CompletedTask;
    }

    private static async Task EndSessionAsync(this HttpContext http, IMediator mediator)
    {
        var signedIn = await http.AuthenticateAsync(Scheme);
        if (signedIn.Principal is { } registrant) await mediator.Send(new EndRegistrantSession.Command(registrant.SessionId()), http.RequestAborted);
    }

    private static Guid SessionId(this ClaimsPrincipal registrant) => Guid.Parse(registrant.FindFirstValue(SessionClaim)!);
}
