using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Audit;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>A page about one applicant of the administrator's insurance user. Nobody else's is there; who asks for one is written down.</summary>
[ForWebUsers(WebUserRole.Administrator)]
public abstract class ApplicantPage(IMediator mediator) : ServicePage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Version the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ViewApplicant.View Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        return await ShowAsync(ct);
    }

    /// <summary>What the page has to find out beside the applicant; something else than null leads elsewhere.</summary>
    protected virtual IActionResult? Arrive() => null;

    /// <summary>Whether an error is told here, with what was typed.</summary>
    protected virtual bool CanBeMended(Error error) => error.Field is not null;

    /// <summary>Turns an answer into the way on: to a page that tells what was done, or why it cannot be done any more; what can be mended is told here.</summary>
    protected async Task<IActionResult> AnswerAsync(Result answer, string done, string next, CancellationToken ct)
    {
        if (answer.Succeeded)
        {
            Carry(done);
            return RedirectToPage(next, new { Id });
        }
        if (answer.Errors.Any(CanBeMended))
        {
            Errors = answer.Errors;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(ct);
        }
        if (answer.Errors[0].Code == WebUserErrors.IdUnknown) return await NotThereAsync(ct);
        Carry(answer.Errors);
        return RedirectToPage("/Service/Users/Applicant", new { Id });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var shown = await Mediator.Send(new ViewApplicant.Query(Id, User.InsuranceUserId()), ct);
        if (!shown.Succeeded) return await NotThereAsync(ct);
        Shown = shown.Value;
        // A form that comes back goes on from the version it was filled in for, or from what is registered now, which the page tells.
        if (!Request.HasFormContentType || Errors.Any(error => error.Code == WebUserErrors.ChangedMeanwhile)) Version = Shown.Version;
        return Arrive() ?? Page();
    }

    private async Task<IActionResult> NotThereAsync(CancellationToken ct)
    {
        await Mediator.Send(new RecordRefusedAccess.Command(HttpContext.RouteAsked(), Me), ct);
        return NotFound();
    }
}
