using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>ロックの解除: the pauses that wrong passwords brought on a WebユーザーID end.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class WebUserUnlockModel(IMediator mediator) : WebUserPage(mediator, WebUserState.Active)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new UnlockWebUser.Command(Id, null), ct), "ロックを解除しました。", ct);
}
