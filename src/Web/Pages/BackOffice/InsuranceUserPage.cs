using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>A page about one insurance user.</summary>
public abstract class InsuranceUserPage(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Version the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ViewInsuranceUser.View Shown { get; private set; } = null!;

    public string Company => $"{Shown.Values[ApplicationFields.CompanyName]}　{Shown.Values[ApplicationFields.BranchName]}".TrimEnd('　');

    /// <summary>Whether the member signed in may change anything: 受付 keeps the register in order, as it does the cases.</summary>
    public bool MayChange => User.StaffRoles().HasFlag(StaffRoles.Clerk);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        return await ShowAsync(ct);
    }

    /// <summary>What the page has to find out beside the insurance user; something else than null leads elsewhere.</summary>
    protected virtual IActionResult? Arrive() => null;

    /// <summary>
    /// Turns an answer into the way on: to the insurance user's page, which tells what was done, or why it cannot be done any more. What can be mended is
    /// told here, in the answer itself, with everything that was typed: that may be too much for a cookie.
    /// </summary>
    protected async Task<IActionResult> AnswerAsync(Result answer, string done, CancellationToken ct)
    {
        if (answer.Succeeded) Carry(done);
        else if (answer.Errors.Any(CanBeMended)) return await TellAsync(answer.Errors, ct);
        else Carry(answer.Errors);
        return ToInsuranceUser();
    }

    /// <summary>Whether a refusal leaves something to do on this page.</summary>
    protected virtual bool CanBeMended(Error error) => error.Field is not null;

    protected RedirectToPageResult ToInsuranceUser() => RedirectToPage("InsuranceUser", new { Code });

    private async Task<IActionResult> TellAsync(IReadOnlyList<Error> errors, CancellationToken ct)
    {
        Errors = errors;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var shown = await Mediator.Send(new ViewInsuranceUser.Query(Code), ct);
        if (!shown.Succeeded) return NotFound();
        Shown = shown.Value;
        // A form that comes back goes on from the version it was filled in for, until it is told that there is another.
        if (!Request.HasFormContentType || Errors.Any(error => error.Code == InsuranceUserErrors.ChangedMeanwhile)) Version = Shown.Version;
        return Arrive() ?? Page();
    }
}
