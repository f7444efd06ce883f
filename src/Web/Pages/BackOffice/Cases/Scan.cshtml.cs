using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>Where the scan box leads: to the case of the form scanned, or to a sentence about why there is none.</summary>
[ForStaff]
public sealed class ScanModel(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await Mediator.Send(new FindByScan.Query(Code ?? ""), ct);
        if (found.Succeeded) return RedirectToPage("Case", new { number = found.Value.Number, scanned = found.Value.PrintedRevision });
        Errors = [found.Errors[0] with { Field = nameof(Code) }];
        return Page();
    }
}
