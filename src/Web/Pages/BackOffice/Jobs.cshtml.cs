using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>定期処理: when scheduled work ran last, what it did, and what failed.</summary>
[ForStaff(StaffRoles.Supervisor | StaffRoles.Auditor)]
public sealed class JobsModel(IMediator mediator) : StaffPage(mediator)
{
    public ListJobRuns.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        View = (await Mediator.Send(new ListJobRuns.Query(), ct)).Value;
    }
}
