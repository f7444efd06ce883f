using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>発送の登録 of a letter that no case waits for.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class LetterDispatchModel(IMediator mediator) : StaffPage(mediator)
{
    private const string Day = "yyyy-MM-dd";
    private const string Entered = "entered";

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public string? SentOn { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    public NoticeRow Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        var opened = await Mediator.Send(new OpenNoticeDispatch.Query(Number ?? ""), ct);
        if (!opened.Succeeded) return LeadToTheList(opened.Errors);
        Letter = opened.Value.Letter;
        if (TempData[Entered] is string[] entered) (SentOn, TrackingNumber) = (entered[0], entered[1]);
        SentOn ??= opened.Value.Today.ToString(Day, CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var day = DateOnly.TryParseExact(SentOn, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var entered) ? entered : (DateOnly?)null;
        var done = await Mediator.Send(new DispatchNotice.Command(Number ?? "", day, TrackingNumber ?? ""), ct);
        if (done.Errors.Any(error => error.Field is null)) return LeadToTheList(done.Errors);
        if (done.Succeeded)
        {
            Carry($"発行番号 {Number} の通知書の発送を登録しました。");
            return RedirectToPage("Letters");
        }
        // By itself a string that reads like a day would come back as a DateTime.
        TempData[Entered] = new[] { SentOn ?? "", TrackingNumber ?? "" };
        Carry(done.Errors);
        return RedirectToPage(new { Number });
    }

    private RedirectToPageResult LeadToTheList(IReadOnlyList<Error> errors)
    {
        Carry(errors);
        return RedirectToPage("Letters");
    }
}
