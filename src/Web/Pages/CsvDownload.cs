using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace NexiPortal.Web.Pages;

/// <summary>A file (CSV) that is sent as it is written, and saved by the browser under a name.</summary>
internal sealed class CsvDownload(string name, Func<Stream, CancellationToken, Task> writeAsync) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return writeAsync(http.Response.Body, http.RequestAborted);
    }
}
