using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure;
using NexiPortal.Infrastructure.Monitoring;
using NexiPortal.Web.Security;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NexiPortal.Web;

/// <summary>What those who run the portal look into: health, figures (Prometheus, OTLP) and traces (OTLP). Strangers learn whether it serves, and nothing else.</summary>
internal static class Monitoring
{
    private static readonly string[] Sources = [Signals.Name, "Microsoft.AspNetCore"];
    private static readonly string[] Meters = [Signals.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Adds what is asked for by the settings.</summary>
    public static void AddMonitoring(this IServiceCollection services, MonitoringSettings settings)
    {
        services.AddAuthentication().AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, OperatorToken>(OperatorToken.SchemeName, null);
        services.AddAuthorizationBuilder().AddPolicy(OperatorToken.SchemeName, policy => policy.AddAuthenticationSchemes(OperatorToken.SchemeName).RequireAuthenticatedUser());
        if (!settings.IsOn) return;
        services.AddStock();
        var signals = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(Signals.Name));
        signals.WithMetrics(figures =>
        {
            figures.AddMeter(Meters);
            if (settings.Token is not null) figures.AddPrometheusExporter();
            if (settings.OtlpEndpoint is { } collector) figures.AddOtlpExporter(otlp => SendTo(otlp, collector, "v1/metrics"));
        });
        if (settings.OtlpEndpoint is { } endpoint)
            signals.WithTracing(traces => traces.AddSource(Sources).AddOtlpExporter(otlp => SendTo(otlp, endpoint, "v1/traces")));
    }

    /// <summary>Opens health to everybody, reasons and figures to the operator's programs.</summary>
    public static void MapMonitoring(this WebApplication app)
    {
        var looking = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(looking).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(InfrastructureServices.NeededToServe) }).WithMetadata(looking).AllowAnonymous();
        if (app.Services.GetRequiredService<MonitoringSettings>().Token is null) return;
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = GiveReasonsAsync }).WithMetadata(looking).RequireAuthorization(OperatorToken.SchemeName);
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(looking).RequireAuthorization(OperatorToken.SchemeName);
    }

    private static Task GiveReasonsAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        Status = $"{report.Status}",
        Checks = report.Entries.Select(check => new { Name = check.Key, Status = $"{check.Value.Status}", Reason = check.Value.Description ?? "" }),
    });

    private static void SendTo(OtlpExporterOptions otlp, Uri endpoint, string signal)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new(endpoint, signal);
    }
}
