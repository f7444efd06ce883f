using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages;

/// <summary>What every page shares: refusals carried over the redirect to where they are read (Post/Redirect/Get).</summary>
public abstract class PortalPage : PageModel
{
    private const string ErrorsKey = "errors";
    private const string NoteKey = "note";
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(100);

    /// <summary>A sentence to be read on the next page, such as 一時保存しました。</summary>
    public string? Note { get; private set; }

    /// <summary>The refusals shown on this page, in the order of its fields.</summary>
    public IReadOnlyList<Error> Errors
    {
        get => ViewData["Errors"] as IReadOnlyList<Error> ?? [];
        protected set => ViewData["Errors"] = value;
    }

    /// <summary>The refusal at a field of this page.</summary>
    public Error? ErrorAt(string field) => Errors.FirstOrDefault(error => error.Field == field);

    /// <summary>The refusals at a field of this page where there can be several.</summary>
    public IEnumerable<Error> ErrorsAt(string field) => Errors.Where(error => error.Field == field);
    /// <summary>Answers with this page and a refusal; where the page leads elsewhere, the refusal is read there.</summary>
    internal IActionResult Refuse(Error why, IActionResult? answer)
    {
        switch (answer)
        {
            case null or PageResult:
                Errors = [why, .. Errors];
                if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = StatusCodes.Status400BadRequest;
                return answer ?? Page();
            case RedirectToPageResult or RedirectResult:
                Carry([why]);
                return answer;
            default:
                return BadRequest();
        }
    }

    /// <summary>Carries refusals over the next redirect.</summary>
    protected void Carry(IReadOnlyList<Error> errors) =>
        TempData[ErrorsKey] = JsonSerializer.Serialize(errors.Select(error => new Carried(error.Code, error.Field, [.. error.Arguments.Select(argument => $"{argument}")])));

    /// <summary>Carries a sentence over the next redirect.</summary>
    protected void Carry(string note) => TempData[NoteKey] = note;

    /// <summary>Takes up what was carried here.</summary>
    protected void TakeUp()
    {
        Note = TempData[NoteKey] as string;
        if (TempData[ErrorsKey] is string carried)
            Errors = [.. JsonSerializer.Deserialize<Carried[]>(carried)!.Select(c => new Error(c.Code) { Field = c.Field, Arguments = c.Arguments })];
    }

    /// <summary>A document, shown in the browser under its name.</summary>
    protected FileContentResult Document(byte[] pdf, string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(pdf, "application/pdf");
    }

    /// <summary>Begins a while that an answer takes at least: whether a mail went out must not be told by the time it took.</summary>
    protected static Task BeginAWhile() => Task.Delay(AWhile);

    private sealed record Carried(string Code, string? Field, string[] Arguments);
}
