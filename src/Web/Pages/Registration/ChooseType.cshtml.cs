using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑨ The registrant chooses the kind of application, or goes on with the saved copy.</summary>
public sealed class ChooseTypeModel(IMediator mediator) : RegistrantPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ArriveAtAsync(Step.ChooseType, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(ApplicationType? type, CancellationToken ct)
    {
        if (!ModelState.IsValid) return RedirectToPage();
        var answer = await Mediator.Send(new ChooseApplicationType.Command(LinkId, type), ct);
        return answer.Succeeded ? RedirectToPage("Details") : await RefuseAsync(answer.Errors, ct);
    }
}
