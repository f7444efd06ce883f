using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Serilog.AspNetCore;
using Serilog.Events;

namespace NexiPortal.Web;

/// <summary>Tells of requests, in the log and in traces, by their route, never by their address: an address may carry a link's token.</summary>
internal static class RequestLog
{
    public static void Configure(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = (http, _, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(http.Request.Method)),
            new("Route", new ScalarValue(RouteOf(http))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (http, _, fault) => fault is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error : LogEventLevel.Information;
    }

    /// <summary>Names a request's trace; the framework says nothing of it but that it was one.</summary>
    public static IApplicationBuilder UseRequestTraces(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } trace)
            {
                trace.DisplayName = $"{http.Request.Method} {RouteOf(http)}";
                trace.SetTag("http.response.status_code", http.Response.StatusCode).SetTag("inquiry", http.TraceIdentifier);
                if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) trace.SetStatus(ActivityStatusCode.Error);
            }
        }
    });

    // Not that of the error page that answered instead.
    private static string RouteOf(HttpContext http)
    {
        var asked = http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? http.GetEndpoint();
        return (asked as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
    }
}
