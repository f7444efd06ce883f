using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>保険利用者の利用の再開: asks for the reason first.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class InsuranceUserResumeModel(IMediator mediator) : InsuranceUserPage(mediator)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await Mediator.Send(new ResumeInsuranceUser.Command(Code, Version, Reason ?? ""), ct), "利用を再開しました。", ct);

    protected override IActionResult? Arrive() => Shown.IsSuspended ? null : ToInsuranceUser();
}
