using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑩ Step 2: the registrant enters the application. What was typed is kept, valid or not.</summary>
public sealed class DetailsModel(IMediator mediator, OperatorProfile nexi) : RegistrantPage(mediator)
{
    /// <summary>Kind of the page it was typed into.</summary>
    [BindProperty]
    public ApplicationType Type { get; set; }

    /// <summary>Version of the draft the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The link the page was opened with: another may have been signed in since.</summary>
    [BindProperty]
    public string? Link { get; set; }

    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(bool check, CancellationToken ct)
    {
        // Not asked for, but posted with a token that does not fit.
        if (Request.HasFormContentType && ModelState.IsValid) return await ShowAgainAsync([], ct);
        if (await ArriveAtAsync(Step.Details, ct) is { } elsewhere) return elsewhere;
        var entry = Progress.Entry!;
        (Type, Version, Link) = (entry.Type, Progress.Version, LinkMark);
        Show(entry.Typed, check ? entry.Errors : Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(EnterDetails.Button button, CancellationToken ct)
    {
        if (!ModelState.IsValid) return RedirectToPage();
        if (Link != LinkMark) return await ShowAgainAsync([new Error(FormErrors.OfAnotherLink)], ct);
        var answer = await Mediator.Send(new EnterDetails.Command(LinkId, Type, Version, Typed(), button), ct);
        if (!answer.Succeeded)
            return answer.Errors[0].Code == RegistrationErrors.DraftChanged ? await ShowAgainAsync(answer.Errors, ct) : await RefuseAsync(answer.Errors, ct);
        if (answer.Value == EnterDetails.Outcome.Saved) Carry("入力された内容を一時保存しました。登録用URLから、いつでも続きを入力していただけます。");
        return answer.Value switch
        {
            EnterDetails.Outcome.Complete => RedirectToPage("Confirm"),
            EnterDetails.Outcome.Incomplete => RedirectToPage(new { check = true }),
            EnterDetails.Outcome.SavedAndClosed => await CloseSavedAsync(),
            EnterDetails.Outcome.WouldLoseInput => RedirectToPage("Leave"),
            EnterDetails.Outcome.WentBack => RedirectToPage("ChooseType"),
            _ => RedirectToPage(),
        };
    }

    private FieldValues Typed() => DetailsForm.Typed(ApplicationFields.For(Type), Request.Form);

    // What was typed comes back as it is and may be sent again, unless it can lead nowhere any more.
    private async Task<IActionResult> ShowAgainAsync(IReadOnlyList<Error> errors, CancellationToken ct)
    {
        var elsewhere = await ArriveAtAsync(Step.Details, ct);
        if (Link == LinkMark)
        {
            if (Progress.IsSubmitted) return elsewhere!;
            if (Progress.Entry is { } entry && entry.Type != Type) return await RefuseAsync([new Error(RegistrationErrors.TypeChanged)], ct);
            Version = Progress.Version;
        }
        Show(Typed(), errors);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private void Show(FieldValues values, IReadOnlyList<Error> errors)
    {
        Errors = errors;
        Fields = new DetailsForm(Type, values, errors, nexi);
    }
}
