using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>職員管理: everybody who works in the back office, or did.</summary>
public static class ListStaff
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<IReadOnlyList<Row>>>;

    /// <summary>One member.</summary>
    /// <param name="StaffId">職員ID.</param>
    /// <param name="Name">氏名.</param>
    /// <param name="Roles">What the member may do.</param>
    /// <param name="IsSuspended">Whether the member is shut out.</param>
    /// <param name="MustChangePassword">Whether the member still has an initial password.</param>
    /// <param name="LastSignedInAt">When the member signed in last.</param>
    public sealed record Row(StaffId StaffId, string Name, StaffRoles Roles, bool IsSuspended, bool MustChangePassword, DateTimeOffset? LastSignedInAt);

    internal sealed class Handler(IStaffDb db) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken) =>
            await db.StaffMembers.AsNoTracking()
                .OrderBy(m => m.StaffId)
                .Select(m => new Row(
                    m.StaffId, m.Name, m.Roles, m.SuspendedAt != null, m.Credential.InitialUntil != null,
                    db.StaffSessions.Where(s => s.MemberId == m.Id).Max(s => (DateTimeOffset?)s.StartedAt)))
                .ToArrayAsync(cancellationToken);
    }
}
