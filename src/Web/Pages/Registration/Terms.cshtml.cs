using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑫ Step 4: the registrant agrees to the terms and submits. Pressed twice or ten times, it submits once.</summary>
public sealed class TermsModel(IMediator mediator) : RegistrantPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ArriveAtAsync(Step.Terms, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(int version, string termsVersion, bool agreed, CancellationToken ct)
    {
        var answer = await Mediator.Send(new SubmitApplication.Command(LinkId, version, termsVersion ?? "", agreed), ct);
        return answer.Succeeded ? RedirectToPage("Form") : await RefuseAsync(answer.Errors, ct);
    }
}
