using MediatR;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>職員管理: the staff, with their roles and whether they are active.</summary>
[ForStaff(StaffRoles.Supervisor)]
public sealed class StaffListModel(IMediator mediator) : StaffPage(mediator)
{
    public IReadOnlyList<ListStaff.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = (await Mediator.Send(new ListStaff.Query(), ct)).Value;
}
