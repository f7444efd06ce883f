using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;
using NexiPortal.Application.Audit;
using NexiPortal.Application.WebUsers;

namespace NexiPortal.Web.Security;

/// <summary>
/// The session of a Web user: a cookie of its own that names the session and nothing else. Who it is and what the person may do
/// is asked of the store at every request; idle time lives in the cookie.
/// </summary>
public static class WebUserCookie
{
    /// <summary>Authentication scheme of the Web service.</summary>
    public const string Scheme = "WebUser";

    /// <summary>⑰: where the Web service begins.</summary>
    public const string Home = "/service";

    /// <summary>⑮: where Web users log in.</summary>
    public const string LogInPage = "/login";

    /// <summary>⑯: where Web users choose a password.</summary>
    public const string PasswordPage = Home + "/password";

    private const string CookieName = "__Host-nexi-user";
    private const string SessionClaim = "session";
    private const string UserIdClaim = "user-id";
    private const string InsuranceUserClaim = "insurance-user";
    private const string MustChangeClaim = "must-change-password";

    /// <summary>Begins a session; any earlier one of this browser ends, wherever its cookie was copied to.</summary>
    public static async Task LogInWebUserAsync(this HttpContext http, IMediator mediator, Guid sessionId)
    {
        var earlier = await http.AuthenticateAsync(Scheme);
        if (earlier.Principal is { } user) await mediator.Send(new LogOutWebUser.Command(user.SessionId()), http.RequestAborted);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString("N"))], Scheme)));
    }

    /// <summary>Ends the session in the store and in the browser.</summary>
    public static async Task LogOutWebUserAsync(this HttpContext http, IMediator mediator)
    {
        await mediator.Send(new LogOutWebUser.Command(http.User.SessionId()), http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Identity of the Web user logged in.</summary>
    public static Guid WebUserKey(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>WebユーザーID of the Web user logged in.</summary>
    public static string WebUserId(this ClaimsPrincipal user) => user.FindFirstValue(UserIdClaim)!;

    /// <summary>The insurance user that everything the Web user logged in sees belongs to.</summary>
    public static Guid InsuranceUserId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(InsuranceUserClaim)!);

    /// <summary>Whether a Web user is logged in.</summary>
    public static bool IsWebUser(this ClaimsPrincipal person) => person.Identity is { IsAuthenticated: true, AuthenticationType: Scheme };

    /// <summary>Whether the Web user logged in must choose a password before anything else (⑯).</summary>
    public static bool MustChoosePassword(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == MustChangeClaim);

    /// <summary>Adds the cookie.</summary>
    internal static AuthenticationBuilder AddWebUserCookie(this AuthenticationBuilder authentication, int idleMinutes) =>
        authentication.AddCookie(Scheme, cookie =>
        {
            PortalHost.Harden(cookie.Cookie, CookieName);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(idleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = ValidateAsync,
                OnCheckSlidingExpiration = PortalHost.CountEveryRequest,
                OnRedirectToLogin = AskToLogIn,
                OnRedirectToAccessDenied = RefuseAsync,
            };
        });

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.IsFaultPage())
        {
            context.RejectPrincipal();
            return;
        }
        var mediator = context.HttpContext.RequestServices.GetRequiredService<IMediator>();
        var person = await mediator.Send(new CheckWebUserSession.Query(context.Principal!.SessionId()), context.HttpContext.RequestAborted);
        if (person.Succeeded)
        {
            context.ReplacePrincipal(Describe(context.Principal!, person.Value));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static ClaimsPrincipal Describe(ClaimsPrincipal cookie, CheckWebUserSession.Person person)
    {
        List<Claim> claims =
        [
            cookie.FindFirst(SessionClaim)!,
            new(ClaimTypes.NameIdentifier, person.Id.ToString("N")),
            new(ClaimTypes.Name, person.Name),
            new(UserIdClaim, person.UserId.Value),
            new(InsuranceUserClaim, person.InsuranceUserId.ToString("N")),
            person.MustChangePassword ? new(MustChangeClaim, "") : new(ClaimTypes.Role, person.UserId.Role.ToString()),
        ];
        return new(new ClaimsIdentity(claims, Scheme));
    }

    // Only a page that was to be looked at is returned to; a form that was sent is not sent again.
    private static Task AskToLogIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var query = new QueryBuilder();
        if (HttpMethods.IsGet(request.Method) && request.Path != Home) query.Add("returnUrl", request.Path + request.QueryString);
        if (request.Cookies.ContainsKey(CookieName)) query.Add("ended", "true");
        context.Response.Redirect(LogInPage + query.ToQueryString());
        return Task.CompletedTask;
    }

    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.User.MustChoosePassword())
        {
            context.Response.Redirect(PasswordPage);
            return;
        }
        await http.RequestServices.GetRequiredService<IMediator>().Send(new RecordRefusedAccess.Command(http.RouteAsked(), http.User.WebUserKey()), http.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status404NotFound; // What is not for a person is not there.
    }

    private static Guid SessionId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(SessionClaim)!);
}
