using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>Webユーザーの再開.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class WebUserResumeModel(IMediator mediator) : WebUserPage(mediator, WebUserState.Suspended)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new ResumeWebUser.Command(Id, Version, null), ct), "Webユーザーを再開しました。", ct);
}
