using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑪ Step 3: everything entered, in the form's order, as it will be registered.</summary>
public sealed class ConfirmModel(IMediator mediator) : RegistrantPage(mediator)
{
    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ArriveAtAsync(Step.Confirm, ct) is { } elsewhere) return elsewhere;
        Rows = Progress.Entry!.Rows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken ct)
    {
        var answer = await Mediator.Send(new ConfirmDetails.Command(LinkId, version), ct);
        return answer.Succeeded ? RedirectToPage("Terms") : await RefuseAsync(answer.Errors, ct);
    }
}
