using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑬ 申込書を印刷する: the form as a document, shown in the browser; or that it cannot be printed where the case stands.</summary>
public sealed class FormPdfModel(IMediator mediator) : RegistrantPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ArriveAtAsync(Step.Form, ct) is { } elsewhere) return elsewhere;
        var form = await Mediator.Send(new PrintApplicationForm.Query(LinkId), ct);
        if (!form.Succeeded)
        {
            Errors = form.Errors;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        return Document(form.Value.Pdf, form.Value.FileName);
    }
}
