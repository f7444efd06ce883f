namespace NexiPortal.Web.Security;

/// <summary>What every answer carries, errors and documents included: nothing from elsewhere, nothing framed, nothing kept, no address passed on.</summary>
internal static class SecurityHeaders
{
    /// <summary>Everything from the portal itself.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The policy of a route that brings pages of another's making.</summary>
    public sealed record OwnPolicy(string ContentSecurityPolicy);

    /// <summary>Sets them before anything else, the framework's check of the host included: its refusal carries them, too.</summary>
    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, BeforeAll>());
        return services;
    }

    private static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = http.GetEndpoint()?.Metadata.GetMetadata<OwnPolicy>()?.ContentSecurityPolicy ?? ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            // Pages may hold personal data; only the style sheet, the script and the icon may be kept.
            if (!http.Items.ContainsKey(Cacheable)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>Marks an answer that browsers may keep.</summary>
    public const string Cacheable = "NexiPortal.Cacheable";

    private sealed class BeforeAll : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => next(app.UseSecurityHeaders());
    }
}
