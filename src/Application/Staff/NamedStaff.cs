using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>Staff by their 職員ID.</summary>
internal sealed class NamedStaff(IStaffDb db) : INamedSubjects
{
    public async Task<IReadOnlyDictionary<Guid, NamedSubject>> NamesOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await db.StaffMembers.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.StaffId }).ToListAsync(ct))
            .ToDictionary(member => member.Id, member => new NamedSubject(SubjectKind.StaffMember, member.StaffId.Value));

    public async Task<IReadOnlyList<Guid>> FindAsync(string typed, CancellationToken ct) =>
        StaffId.Read(typed) is { } id ? await db.StaffMembers.Where(m => m.StaffId == id).Select(m => m.Id).ToListAsync(ct) : [];
}
