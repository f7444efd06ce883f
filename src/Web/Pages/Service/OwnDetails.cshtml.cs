using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Pages.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>登録内容の変更: Web users correct what is registered of themselves, but for the name.</summary>
[ForWebUsers, EnableRateLimiting(HashingTraffic.Policy)]
public sealed class OwnDetailsModel(IMediator mediator, OperatorProfile nexi, IRequestOrigin origin) : ServicePage(mediator)
{
    /// <summary>Version the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public ShowOwnDetails.View Shown { get; private set; } = null!;

    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    /// <summary>Where what was typed differs from what somebody else has registered meanwhile.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    private FieldValues Typed => DetailsForm.Typed(Shown.Fields, Request.Form);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        // A form that comes back goes on with what was typed, from the version it was filled in for.
        if (!Request.HasFormContentType) Version = Shown.Version;
        Fill(Request.HasFormContentType ? Typed : Shown.Values);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        var done = await Mediator.Send(new CorrectOwnDetails.Command(Me, Version, Typed, Password ?? "", origin.Digest), ct);
        if (!done.Succeeded) return Tell(done.Errors, ShowTyped);
        Carry("登録内容を変更しました。");
        return Redirect(WebUserCookie.Home);
    }

    private async Task ShowAsync(CancellationToken ct) => Shown = (await Mediator.Send(new ShowOwnDetails.Query(Me), ct)).Value;

    private void ShowTyped()
    {
        Fill(Typed);
        if (Errors.All(error => error.Code != WebUserErrors.ChangedMeanwhile)) return;
        // The form goes on from what is registered now, which the page tells.
        Version = Shown.Version;
        Differences = Difference.Between(Shown.Values, Typed, Shown.Fields);
    }

    private void Fill(FieldValues values) => Fields = new DetailsForm(ApplicationType.WebUser, values, Errors, nexi, Shown.Fields, isOwn: true);
}
