using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;
using NexiPortal.Application;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure;
using NexiPortal.Web.Security;
using NexiPortal.Web.Settings;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace NexiPortal.Web;

/// <summary>Composes the portal: settings, layers, security, pages.</summary>
internal static class PortalHost
{
    private const long LargestBody = 64 * 1024;

    // The last word is the request's number, which people read out on the telephone.
    private const string LogLine = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj} {Inquiry}{NewLine}{Exception}";

    /// <summary>Builds the portal; words of the command line that are no options are the command.</summary>
    public static WebApplication Build(string[] args, out string[] command)
    {
        command = [.. args.TakeWhile(arg => !arg.StartsWith('-'))];
        // Settings are read once, at the start: nobody watches their files.
        var builder = WebApplication.CreateBuilder([.. args[command.Length..], "--hostBuilder:reloadConfigOnChange=false"]);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && builder.Environment.IsDevelopment()) builder.WebHost.UseUrls(PortalSettings.DevelopmentUrl);
        // What a command has to say it prints; in the log stands what goes wrong.
        if (command.Length > 0) builder.Configuration["Serilog:MinimumLevel:Default"] = nameof(LogEventLevel.Warning);
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        AddPortal(builder, settings);
        var app = builder.Build();
        settings.RequirePrintable(app.Services.GetRequiredService<IPrintableText>());
        UsePortal(app);
        return app;
    }

    private static void AddPortal(WebApplicationBuilder builder, PortalSettings settings)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        services.AddSerilog((all, log) =>
        {
            log.ReadFrom.Configuration(builder.Configuration)
                .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off) // It names addresses, and adds them to every line of a request.
                .Enrich.FromLogContext()
                .WriteTo.Sink(new ConsoleLog(settings.LogsAsJson ? new CompactJsonFormatter() : new MessageTemplateTextFormatter(LogLine, CultureInfo.InvariantCulture)), ConsoleLog.Batching);
        });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings).AddSingleton(settings.Urls).AddSingleton(settings.Registration).AddSingleton(settings.InsuranceUsers).AddSingleton(settings.WebUsers).AddSingleton(settings.Operator)
            .AddSingleton(settings.Enclosures).AddSingleton(settings.Texts).AddSingleton(settings.Letter).AddSingleton(settings.Credential).AddSingleton(settings.Hashing).AddSingleton(settings.Monitoring);
        services.AddNexiPortalApplication();
        services.AddNexiPortalInfrastructure(settings.Database, settings.Mail, settings.Directories);
        services.AddHttpContextAccessor().AddScoped<ICurrentActor, CurrentActor>().AddScoped<IRequestOrigin, RequestOrigin>();

        services.AddRazorPages(pages => StaleForms.Guard(pages.Conventions))
            .AddCookieTempDataProvider(cookie => Harden(cookie.Cookie, "__Host-nexi-note"));
        services.AddSecurityHeaders();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddAntiforgery(antiforgery =>
        {
            Harden(antiforgery.Cookie, "__Host-nexi-form");
            // Asked for Always, antiforgery refuses plain http on localhost; UseCookiePolicy makes this cookie Secure like every other.
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.None;
            antiforgery.SuppressXFrameOptionsHeader = true; // frame-ancestors says it.
        });
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowEmptyHosts = false;
            string[] here = builder.Environment.IsDevelopment() ? ["localhost", "127.0.0.1", "[::1]"] : [];
            hosts.AllowedHosts = [settings.Urls.PublicUrl.Host, .. settings.Monitoring.Hosts, .. here];
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null; // Through as many proxies as are trusted.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies) forwarded.KnownIPNetworks.Add(network);
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddHashingTraffic(settings.Hashing);
        AddCookies(services, settings.IdleMinutes);
        services.AddMonitoring(settings.Monitoring);
    }

    // Words of the portal's own in an address. Any other may be repeated on the page, beside what others must not learn: its compressed length
    // would tell that, letter by letter, to whoever makes somebody open addresses and watches the line.
    private static readonly FrozenSet<string> OwnWords = ["v", "state", "type", "desc", "p", "check", "again", "ended", "why"];

    private static bool IsCompressible(HttpRequest request) => request.Query.Keys.All(OwnWords.Contains);

    private static void AddCookies(IServiceCollection services, int idleMinutes)
    {
        services.AddAuthentication(Audience.Scheme).AddPolicyScheme(Audience.Scheme, null, audience => audience.ForwardDefaultSelector = Audience.SchemeOf).AddStaffCookie(idleMinutes).AddWebUserCookie(idleMinutes).AddCookie(RegistrantCookie.Scheme, cookie =>
        {
            Harden(cookie.Cookie, "__Host-nexi-registrant");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(idleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = RegistrantCookie.ValidateAsync,
                OnCheckSlidingExpiration = RegistrantCookie.CountAgainstIdleTimeAsync,
                OnRedirectToLogin = RegistrantCookie.LeadToTheWayBackAsync,
            };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(RegistrantCookie.Scheme, policy => policy.AddAuthenticationSchemes(RegistrantCookie.Scheme).RequireAuthenticatedUser())
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void UsePortal(WebApplication app)
    {
        if (app.Services.GetRequiredService<PortalSettings>().TrustedProxies.Count > 0) app.UseForwardedHeaders();
        app.UseInquiryNumbers();
        app.UseRequestTraces();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.UseFaultPages();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseWhen(http => IsCompressible(http.Request), compressed => compressed.UseResponseCompression());
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                file.Context.Items[SecurityHeaders.Cacheable] = true;
                file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            },
        });
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapRazorPages();
        app.MapJobDashboard();
        // What no page answers is missing, not forbidden.
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
        app.MapMonitoring();
    }

    /// <summary>Every request of a person counts against idle time, not only those of the session's second half.</summary>
    internal static Task CountEveryRequest(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = !JobDashboard.IsAsking(context.HttpContext);
        return Task.CompletedTask;
    }

    internal static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
    }
}
