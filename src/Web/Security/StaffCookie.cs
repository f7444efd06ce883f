using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Web.Security;

/// <summary>
/// The session of a member of staff: a cookie of its own that names the session and nothing else. Who it is and what the member may do
/// is asked of the store at every request; idle time lives in the cookie.
/// </summary>
public static class StaffCookie
{
    /// <summary>Authentication scheme of the back office.</summary>
    public const string Scheme = "Staff";

    /// <summary>The back office: what its addresses begin with; at this one stands who is signed in.</summary>
    public const string Home = "/backoffice";

    /// <summary>Where staff begin to work: the work queue.</summary>
    public const string Start = Home + "/cases";

    /// <summary>Where staff sign in.</summary>
    public const string SignInPage = Home + "/login";

    /// <summary>Where staff choose a password.</summary>
    public const string PasswordPage = Home + "/password";

    /// <summary>Where staff set up a one-time password.</summary>
    public const string OneTimePasswordPage = Home + "/one-time-password";

    private const string CookieName = "__Host-nexi-staff";
    private const string SessionClaim = "session";
    private const string StaffIdClaim = "staff-id";
    private const string MustChangeClaim = "must-change-password";
    private const string MustSetUpClaim = "must-set-up-one-time-password";

    /// <summary>Begins a session; any earlier one of this browser ends, wherever its cookie was copied to.</summary>
    public static async Task SignInStaffAsync(this HttpContext http, IMediator mediator, Guid sessionId)
    {
        var earlier = await http.AuthenticateAsync(Scheme);
        if (earlier.Principal is { } staff) await mediator.Send(new SignOutStaff.Command(staff.SessionId()), http.RequestAborted);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString("N"))], Scheme)));
    }

    /// <summary>Ends the session in the store and in the browser.</summary>
    public static async Task SignOutStaffAsync(this HttpContext http, IMediator mediator)
    {
        await mediator.Send(new SignOutStaff.Command(http.User.SessionId()), http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Identity of the member signed in.</summary>
    public static Guid MemberId(this ClaimsPrincipal staff) => Guid.Parse(staff.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>職員ID of the member signed in.</summary>
    public static string StaffId(this ClaimsPrincipal staff) => staff.FindFirstValue(StaffIdClaim)!;

    /// <summary>What the member signed in may do; nothing before an initial password is changed.</summary>
    public static StaffRoles StaffRoles(this ClaimsPrincipal staff) =>
        StaffRoleLabels.All.Where(role => staff.IsInRole(role.ToString())).Aggregate(Domain.Staff.StaffRoles.None, (roles, role) => roles | role);

    /// <summary>Whether somebody of the staff is signed in.</summary>
    public static bool IsStaff(this ClaimsPrincipal person) => person.Identity is { IsAuthenticated: true, AuthenticationType: Scheme };

    /// <summary>Whether the member signed in must choose a password before anything else.</summary>
    public static bool MustChangePassword(this ClaimsPrincipal staff) => staff.HasClaim(claim => claim.Type == MustChangeClaim);

    /// <summary>Whether the member signed in must set up a one-time password before anything else.</summary>
    public static bool MustSetUpOneTimePassword(this ClaimsPrincipal staff) => staff.HasClaim(claim => claim.Type == MustSetUpClaim);

    /// <summary>Adds the cookie.</summary>
    internal static AuthenticationBuilder AddStaffCookie(this AuthenticationBuilder authentication, int idleMinutes) =>
        authentication.AddCookie(Scheme, cookie =>
        {
            PortalHost.Harden(cookie.Cookie, CookieName);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(idleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = ValidateAsync,
                OnCheckSlidingExpiration = PortalHost.CountEveryRequest,
                OnRedirectToLogin = AskToSignIn,
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
        var person = await mediator.Send(new CheckStaffSession.Query(context.Principal!.SessionId()), context.HttpContext.RequestAborted);
        if (person.Succeeded)
        {
            context.ReplacePrincipal(Describe(context.Principal!, person.Value));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static ClaimsPrincipal Describe(ClaimsPrincipal cookie, CheckStaffSession.Person person)
    {
        var claims = new List<Claim>
        {
            cookie.FindFirst(SessionClaim)!,
            new(ClaimTypes.NameIdentifier, person.MemberId.ToString("N")),
            new(ClaimTypes.Name, person.Name),
            new(StaffIdClaim, person.StaffId.Value),
        };
        if (person.MustChangePassword) claims.Add(new(MustChangeClaim, ""));
        else if (person.MustSetUpOneTimePassword) claims.Add(new(MustSetUpClaim, ""));
        else claims.AddRange(StaffRoleLabels.All.Where(role => person.Roles.HasFlag(role)).Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return new(new ClaimsIdentity(claims, Scheme));
    }

    // Only a page that was to be looked at is returned to; a form that was sent is not sent again.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var query = new QueryBuilder();
        if (HttpMethods.IsGet(request.Method) && request.Path != Home) query.Add("returnUrl", request.Path + request.QueryString);
        if (request.Cookies.ContainsKey(CookieName)) query.Add("ended", "true");
        context.Response.Redirect(SignInPage + query.ToQueryString());
        return Task.CompletedTask;
    }

    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.User.MustChangePassword() || http.User.MustSetUpOneTimePassword())
        {
            context.Response.Redirect(http.User.MustChangePassword() ? PasswordPage : OneTimePasswordPage);
            return;
        }
        await http.RequestServices.GetRequiredService<IMediator>().Send(new RecordRefusedAccess.Command(http.RouteAsked(), http.User.MemberId()), http.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static Guid SessionId(this ClaimsPrincipal staff) => Guid.Parse(staff.FindFirstValue(SessionClaim)!);
}
