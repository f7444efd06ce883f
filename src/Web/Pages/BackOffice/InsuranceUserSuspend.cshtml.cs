using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>保険利用者の利用の停止: asks for the reason first.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class InsuranceUserSuspendModel(IMediator mediator) : InsuranceUserPage(mediator)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new SuspendInsuranceUser.Command(Code, Version, Reason ?? ""), ct), "利用を停止しました。", ct);

    protected override IActionResult? Arrive() => Shown.IsSuspended ? ToInsuranceUser() : null;
}
