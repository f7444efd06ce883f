using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>ワンタイムパスワードの解除: for an administrator whose phone is lost and who has no recovery code left.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class WebUserOneTimePasswordModel(IMediator mediator) : WebUserPage(mediator, WebUserState.Active)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new ReleaseOneTimePassword.Command(Id, null), ct), "ワンタイムパスワードを解除しました。", ct);
}
