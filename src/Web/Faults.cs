using System.Security.Cryptography;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Persistence;
using Serilog.Context;

namespace NexiPortal.Web;

/// <summary>
/// When something goes wrong: a page that says what to do, with a number short enough for the telephone that also stands in the log.
/// In no environment anything of the fault itself is shown.
/// </summary>
internal static partial class Faults
{
    // For the day on which not even the error page can be shown.
    private const string LastResort = """
        <!DOCTYPE html>
        <html lang="ja">
        <head><meta charset="utf-8"><title>システムエラーが発生しました</title><link rel="stylesheet" href="/site.css"></head>
        <body><main class="page">
        <h1>システムエラーが発生しました</h1>
        <p class="lead">ご迷惑をおかけして申し訳ございません。しばらく時間をおいてから、もう一度操作してください。</p>
        <dl class="facts"><div><dt>お問い合わせ番号</dt><dd class="number">{0}</dd></div></dl>
        </main></body>
        </html>
        """;

    /// <summary>Gives every request its number (お問い合わせ番号), which the log carries too, and answers when everything else failed.</summary>
    public static IApplicationBuilder UseInquiryNumbers(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        http.TraceIdentifier = $"{RandomNumberGenerator.GetInt32(10_000):D4}-{RandomNumberGenerator.GetInt32(10_000):D4}";
        using var logged = LogContext.PushProperty("Inquiry", http.TraceIdentifier);
        try
        {
            await next(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            BeyondPages(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Faults)), fault);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(LastResort.Replace("{0}", http.TraceIdentifier, StringComparison.Ordinal));
        }
    });

    /// <summary>Answers faults with the error page, from a scope that the fault has not touched.</summary>
    public static IApplicationBuilder UseFaultPages(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandlingPath = "/error/500",
        CreateScopeForErrors = true,
        StatusCodeSelector = StatusOf,
    });

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException unread => unread.StatusCode,
        { InnerException: BadHttpRequestException unread } => unread.StatusCode,
        ConcurrencyConflictException => StatusCodes.Status503ServiceUnavailable,
        _ when DatabaseFaults.CannotServeNow(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A fault for which no page could be shown")]
    private static partial void BeyondPages(ILogger log, Exception fault);
}
