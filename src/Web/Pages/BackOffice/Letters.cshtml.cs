using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>通知書: the letters to be printed, looked at and dispatched. The answer to printing is the document itself.</summary>
[ForStaff(StaffRoles.Clerk), EnableRateLimiting(HashingTraffic.Policy)]
public sealed class LettersModel(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty]
    public string[] Chosen { get; set; } = [];

    public ListNotices.View Lists { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        Chosen = TempData[nameof(Chosen)] as string[] ?? Chosen;
        Lists = (await Mediator.Send(new ListNotices.Query(), ct)).Value;
    }

    public Task<IActionResult> OnPostPrintAsync(CancellationToken ct) => PrintAsync(nameof(ListNotices.View.ToPrint), ct);

    public Task<IActionResult> OnPostReprintAsync(CancellationToken ct) => PrintAsync(nameof(ListNotices.View.Printed), ct);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        var confirmed = await Mediator.Send(new ConfirmPrinted.Command(Chosen), ct);
        if (!confirmed.Succeeded) return RefuseChoice(nameof(ListNotices.View.Printed), confirmed.Errors);
        Carry($"{confirmed.Value}通の通知書を、発送待ちにしました。");
        return RedirectToPage();
    }

    private async Task<IActionResult> PrintAsync(string list, CancellationToken ct)
    {
        var printed = await Mediator.Send(new PrintNotices.Command(Chosen), ct);
        return printed.Succeeded ? Document(printed.Value.Pdf, printed.Value.FileName) : RefuseChoice(list, printed.Errors);
    }

    // After a refusal: the page again, with the sentences at the list and what was chosen.
    private IActionResult RefuseChoice(string list, IReadOnlyList<Error> errors)
    {
        TempData[nameof(Chosen)] = Chosen.Take(ListNotices.MostShown).ToArray();
        return Refuse([.. errors.Select(error => error with { Field = list })]);
    }
}
