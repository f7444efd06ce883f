using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Filters;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Security;

/// <summary>
/// A page that takes a file, held in memory for as long as the request lasts: personal data leave no trace in temporary files. A larger file is read
/// to its end and thrown away, because a browser that is cut off while it sends shows nothing; then the page is shown again and says why.
/// </summary>
/// <param name="megabytes">How large the file may be.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFileAttribute(int megabytes) : Attribute, IAsyncResourceFilter, IRequestSizeLimitMetadata
{
    // Beside the file there are its name and the antiforgery token.
    private const int Rest = 64 * 1024;

    private readonly int _most = megabytes * 1024 * 1024 + Rest;

    /// <summary>How large the file may be.</summary>
    public int Megabytes => megabytes;

    /// <inheritdoc />
    public long? MaxRequestBodySize => null;

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength > _most)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Request.Form = FormCollection.Empty;
            http.Items[typeof(TakesFileAttribute)] = new Error(FormErrors.FileTooLarge) { Field = "File", Arguments = [megabytes] };
        }
        else
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MemoryBufferThreshold = _most, MultipartBodyLengthLimit = _most }));
        }
        await next();
    }

    /// <summary>Why what was sent was thrown away; null when it was not.</summary>
    internal static Error? RefusalOf(HttpContext http) => http.Items[typeof(TakesFileAttribute)] as Error;
}
