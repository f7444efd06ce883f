using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>ワンタイムパスワードの設定: set up, replace, end; after ⑯ for those who wished one, later at will.</summary>
[ForWebUsers, EnableRateLimiting(HashingTraffic.Policy)]
public sealed class OneTimePasswordModel(IMediator mediator, IRequestOrigin origin) : ServicePage(mediator)
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

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        View = (await Mediator.Send(new ShowOneTimePassword.Query(Me), ct)).Value;
    }

    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken ct) =>
        Answer(await Mediator.Send(new PrepareOneTimePassword.Command(Me, Method, Password ?? "", origin.Digest), ct), null);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => Show(await Mediator.Send(new ConfirmOneTimePassword.Command(Me, Code ?? "", origin.Digest), ct));

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => Show(await Mediator.Send(new RenewRecoveryCodes.Command(Me, PasswordAgain ?? "", origin.Digest), ct));

    public async Task<IActionResult> OnPostSwitchOffAsync(CancellationToken ct) =>
        Answer(await Mediator.Send(new SwitchOffOneTimePassword.Command(Me, PasswordAgain ?? "", origin.Digest), ct), "ワンタイムパスワードを解除しました。");

    private IActionResult Answer(Result done, string? note)
    {
        if (!done.Succeeded) return Refuse(done.Errors);
        if (note is not null) Carry(note);
        return RedirectToPage();
    }

    // Shown in the answer itself: carried over a redirect, the codes would stand in a cookie.
    private IActionResult Show(Result<RecoveryCodeSheet> answer)
    {
        if (!answer.Succeeded) return Refuse(answer.Errors);
        Sheet = answer.Value;
        return Page();
    }
}
