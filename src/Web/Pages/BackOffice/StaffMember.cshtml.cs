using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>職員の変更: name, roles, suspension, and a new initial password.</summary>
[ForStaff(StaffRoles.Supervisor), EnableRateLimiting(HashingTraffic.Policy)]
public sealed class StaffMemberModel(IMediator mediator) : StaffFieldsPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public ShowStaffMember.View Member { get; private set; } = null!;

    public IssuedPassword? Issued { get; private set; }

    public bool IsMe => Member.StaffId.Value == User.StaffId();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        var shown = await Mediator.Send(new ShowStaffMember.Query(Id), ct);
        if (!shown.Succeeded) return NotFound();
        Member = shown.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Mediator.Send(new ChangeStaffMember.Command(MemberId, Id, Version, Name ?? "", Chosen), ct);
        return answer.Succeeded ? Tell(answer, "変更しました。") : RefuseEntry(answer.Errors);
    }

    public async Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) =>
        Tell(await Mediator.Send(new SuspendStaffMember.Command(MemberId, Id, Version), ct), "利用を停止しました。");

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        Tell(await Mediator.Send(new ResumeStaffMember.Command(MemberId, Id, Version), ct), "利用を再開しました。");

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) =>
        Tell(await Mediator.Send(new ReleaseStaffOneTimePassword.Command(MemberId, Id, Version), ct), "ワンタイムパスワードを解除しました。");

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        var answer = await Mediator.Send(new ResetStaffPassword.Command(MemberId, Id, Version), ct);
        if (!answer.Succeeded) return Refuse(answer.Errors);
        Issued = answer.Value;
        return Page();
    }

    private IActionResult Tell(Result answer, string note)
    {
        if (!answer.Succeeded) return Refuse(answer.Errors);
        Carry(note);
        return RedirectToPage();
    }
}
