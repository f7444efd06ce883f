using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Insurance users by their 保険利用者コード.</summary>
internal sealed class NamedInsuranceUsers(IInsuranceUsersDb db) : INamedSubjects
{
    public async Task<IReadOnlyDictionary<Guid, NamedSubject>> NamesOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await db.InsuranceUsers.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Code }).ToListAsync(ct))
            .ToDictionary(user => user.Id, user => new NamedSubject(SubjectKind.InsuranceUser, user.Code.Value));

    public async Task<IReadOnlyList<Guid>> FindAsync(string typed, CancellationToken ct) =>
        InsuranceUserCode.Read(typed) is { } code ? await db.InsuranceUsers.Where(u => u.Code == code).Select(u => u.Id).ToListAsync(ct) : [];
}
