using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>The form (申込書) of a case as a document.</summary>
[ForStaff]
public sealed class CaseFormModel(IMediator mediator) : CasePage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (ApplicationNumber.Read(Number) is not { } number) return NotFound();
        var form = await Mediator.Send(new PrintCaseForm.Query(number), ct);
        return form.Succeeded ? Document(form.Value.Pdf, form.Value.FileName) : NotFound();
    }
}
