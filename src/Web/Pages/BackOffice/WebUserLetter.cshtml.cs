using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>登録完了通知書の再発行: another letter, with another initial password.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class WebUserLetterModel(IMediator mediator) : WebUserPage(mediator, WebUserState.Active)
{
    /// <summary>Which letter the page showed as the last one.</summary>
    [BindProperty]
    public int Issue { get; set; }

    public LetterOf Last => WebUser.Letters[0];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new ReissueNotice.Command(Id, Issue, Version), ct), "登録完了通知書を再発行しました。印刷待ちの一覧に追加されています。", ct);

    protected override IActionResult? Arrive() =>
        base.Arrive() is { } elsewhere ? elsewhere
        : WebUser.Role != WebUserRole.Administrator ? NotFound()
        : Shown.IsSuspended ? ToInsuranceUser()
        : null;
}
