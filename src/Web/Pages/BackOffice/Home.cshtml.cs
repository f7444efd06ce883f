using MediatR;
using NexiPortal.Application.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>ログイン情報: who is signed in, and when that was before.</summary>
[ForStaff]
public sealed class HomeModel(IMediator mediator) : StaffPage(mediator)
{
    public ShowStaffMember.View Me { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        Me = (await Mediator.Send(new ShowStaffMember.Query(User.StaffId()), ct)).Value;
    }
}
