using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑩ Step 2: the registrant enters the application. What was typed is kept, valid or not.</summary>
public sealed class DetailsModel(IMediator mediator, OperatorProfile nexi) : RegistrantPage(mediator)
{
    public ApplicationType Type { get; private set; }

    public int Version { get; private set; }

    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(bool check, CancellationToken ct)
    {
        if (await ArriveAtAsync(Step.Details, ct) is { } elsewhere) return elsewhere;
        var entry = Progress.Entry!;
        Show(entry.Type, entry.Typed, check ? entry.Errors : Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ApplicationType type, int version, EnterDetails.Button button, CancellationToken ct)
    {
        if (!ModelState.IsValid) return RedirectToPage();
        var typed = Typed(type);
        var answer = await Mediator.Send(new EnterDetails.Command(LinkId, type, version, typed, button), ct);
        if (!answer.Succeeded) return await RefuseAsync(answer.Errors, type, typed, ct);
        if (answer.Value == EnterDetails.Outcome.Saved) Carry("入力された内容を一時保存しました。登録用URLから、いつでも続きを入力していただけます。");
        return answer.Value switch
        {
            EnterDetails.Outcome.Complete => RedirectToPage("Confirm"),
            EnterDetails.Outcome.Incomplete => RedirectToPage(new { check = true }),
            EnterDetails.Outcome.WouldLoseInput => RedirectToPage("Leave"),
            EnterDetails.Outcome.WentBack => RedirectToPage("ChooseType"),
            _ => RedirectToPage(),
        };
    }

    private FieldValues Typed(ApplicationType type) =>
        FieldValues.From(ApplicationFields.For(type).Select(field => KeyValuePair.Create(field.Key, Request.Form[field.Key].ToString())));

    // Another tab was faster: what was typed here comes back as it is, with a sentence, and may be sent again.
    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Error> errors, ApplicationType type, FieldValues typed, CancellationToken ct)
    {
        if (errors[0].Code != RegistrationErrors.DraftChanged || await ArriveAtAsync(Step.Details, ct) is not null || Progress.Entry!.Type != type)
            return await RefuseAsync(errors, ct);
        Show(type, typed, errors);
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        return Page();
    }

    private void Show(ApplicationType type, FieldValues values, IReadOnlyList<Error> errors)
    {
        (Type, Version, Errors) = (type, Progress.Version, errors);
        Fields = new DetailsForm(type, values, errors, nexi);
    }
}
