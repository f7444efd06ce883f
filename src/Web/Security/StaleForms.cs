using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Pages;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Security;

/// <summary>
/// Refuses every unsafe request without a valid antiforgery token, in the framework's place: not with a blank 400, but by answering as if the page
/// had been asked for, with what was typed into it and a sentence. Whether a session is needed was settled before, by authorization.
/// </summary>
internal sealed class StaleForms(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options) : IAsyncPageFilter
{
    private bool _isUnsafe;
    private Error? _refusal;

    /// <summary>Guards every page but those that ask for no token.</summary>
    public static void Guard(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (page.Filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any()) return;
        foreach (var framework in page.Filters.OfType<AutoValidateAntiforgeryTokenAttribute>().ToList()) page.Filters.Remove(framework);
        page.Filters.Add(new TypeFilterAttribute(typeof(StaleForms)));
    });

    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var http = context.HttpContext;
        _isUnsafe = !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));
        if (!_isUnsafe) return;
        _refusal = await CheckAsync(http);
        if (_refusal is not null) context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(handler => HttpMethods.IsGet(handler.HttpMethod));
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (_refusal is not null && context.HandlerInstance is PortalPage page)
        {
            var answer = await next();
            if (answer.Exception is null) answer.Result = page.Refuse(_refusal, answer.Result);
        }
        else if (_refusal is not null) context.Result = new BadRequestResult();
        else if (_isUnsafe && context.HandlerMethod is null) context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        else await next();
    }

    private async Task<Error?> CheckAsync(HttpContext http)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException refused) when (refused.InnerException is not BadHttpRequestException)
        {
            return TakesFileAttribute.RefusalOf(http) ?? new(http.Request.Cookies.ContainsKey(options.Value.Cookie.Name!) ? FormErrors.Stale : FormErrors.CookiesRequired);
        }
    }
}
