using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages;

/// <summary>ワンタイムパスワードの設定 of whoever is logged in: set up, replace, end.</summary>
public abstract class OneTimePasswordPage(IMediator mediator, IRequestOrigin origin) : PortalPage
{
    [BindProperty]
    public CodeMethod? Method { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The password of the page's other form, which makes new recovery codes or ends the one-time password.</summary>
    [BindProperty]
    public string? PasswordAgain { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public ShowOneTimePassword.View View { get; private set; } = null!;

    /// <summary>New recovery codes, on this one answer only.</summary>
    public RecoveryCodeSheet? Sheet { get; private set; }

    /// <summary>What the ID is called that the recovery codes belong to, and the ID.</summary>
    public abstract (string Label, string Id) Owner { get; }

    /// <summary>Where one goes on.</summary>
    public abstract string Home { get; }

    /// <summary>Whether one may go on without a one-time password.</summary>
    public virtual bool MayDoWithout => true;

    /// <summary>Who is logged in.</summary>
    protected abstract Guid Me { get; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        View = (await mediator.Send(new ShowOneTimePassword.Query(Me), ct)).Value;
    }

    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken ct) =>
        Answer(await mediator.Send(new PrepareOneTimePassword.Command(Me, Method, Password ?? "", origin.Digest), ct), null);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => Show(await mediator.Send(new ConfirmOneTimePassword.Command(Me, Code ?? "", origin.Digest), ct));

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => Show(await mediator.Send(new RenewRecoveryCodes.Command(Me, PasswordAgain ?? "", origin.Digest), ct));

    public async Task<IActionResult> OnPostSwitchOffAsync(CancellationToken ct) =>
        Answer(await mediator.Send(new SwitchOffOneTimePassword.Command(Me, PasswordAgain ?? "", origin.Digest), ct), "ワンタイムパスワードを解除しました。");

    private RedirectToPageResult Answer(Result done, string? note)
    {
        if (!done.Succeeded) Carry(done.Errors);
        else if (note is not null) Carry(note);
        return RedirectToPage();
    }

    // Shown in the answer itself: carried over a redirect, the codes would stand in a cookie.
    private IActionResult Show(Result<RecoveryCodeSheet> answer)
    {
        if (!answer.Succeeded) return Answer(answer, null);
        Sheet = answer.Value;
        return Page();
    }
}
