using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>Webユーザーの停止.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class WebUserSuspendModel(IMediator mediator) : WebUserPage(mediator, WebUserState.Active)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new SuspendWebUser.Command(Id, Version, null), ct), "Webユーザーを停止しました。", ct);
}
