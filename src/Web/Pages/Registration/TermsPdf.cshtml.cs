using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑫ PDF版はこちら: the terms as a document.</summary>
[AllowAnonymous]
public sealed class TermsPdfModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => File((await mediator.Send(new PrintTerms.Query(), ct)).Value, "application/pdf");
}
