using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.WebEncoders;
using NexiPortal.Application;
using NexiPortal.Application.Audit;
using NexiPortal.Infrastructure;
using NexiPortal.Web.Security;
using NexiPortal.Web.Settings;
using Serilog;

namespace NexiPortal.Web;

/// <summary>Composes the portal: settings, layers, security, pages.</summary>
internal static class PortalHost
{
    private const long LargestBody = 64 * 1024;

    /// <summary>Builds the portal; words of the command line that are no options are the command.</summary>
    public static WebApplication Build(string[] args, out string[] command)
    {
        command = [.. args.TakeWhile(arg => !arg.StartsWith('-'))];
        var builder = WebApplication.CreateBuilder(args[command.Length..]);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && builder.Environment.IsDevelopment()) builder.WebHost.UseUrls(PortalSettings.DevelopmentUrl);
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        AddPortal(builder, settings);
        var app = builder.Build();
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
        services.AddSerilog((all, log) => log
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.With<RequestLog.WithoutAddress>()
            .WriteTo.Console());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings).AddSingleton(settings.Urls).AddSingleton(settings.Registration).AddSingleton(settings.InsuranceUsers)
            .AddSingleton(settings.Operator).AddSingleton(settings.Enclosures).AddSingleton(settings.Texts);
        services.AddNexiPortalApplication();
        services.AddNexiPortalInfrastructure(settings.Database, settings.Mail, settings.Directories);
        services.AddHttpContextAccessor().AddScoped<ICurrentActor, CurrentActor>();

        // Razor Pages refuse every unsafe method without an antiforgery token by themselves.
        services.AddRazorPages()
            .AddCookieTempDataProvider(cookie => Harden(cookie.Cookie, "__Host-nexi-note"));
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
            hosts.AllowedHosts = builder.Environment.IsDevelopment()
                ? [settings.Urls.PublicUrl.Host, "localhost", "127.0.0.1", "[::1]"]
                : [settings.Urls.PublicUrl.Host];
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        AddRegistrantCookie(services, settings.IdleMinutes);
    }

    private static void AddRegistrantCookie(IServiceCollection services, int idleMinutes)
    {
        services.AddAuthentication(RegistrantCookie.Scheme).AddCookie(RegistrantCookie.Scheme, cookie =>
        {
            Harden(cookie.Cookie, "__Host-nexi-registrant");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(idleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = RegistrantCookie.ValidateAsync,
                // Every request counts against idle time, not only those of the session's second half.
                OnCheckSlidingExpiration = context =>
                {
                    context.ShouldRenew = true;
                    return Task.CompletedTask;
                },
                OnRedirectToLogin = context =>
                {
                    context.Response.Redirect("/registration/session-ended");
                    return Task.CompletedTask;
                },
            };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(RegistrantCookie.Scheme, policy => policy.AddAuthenticationSchemes(RegistrantCookie.Scheme).RequireAuthenticatedUser())
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void UsePortal(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHostFiltering();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
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
        app.MapRazorPages();
        // What no page answers is missing, not forbidden.
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
    }
}
