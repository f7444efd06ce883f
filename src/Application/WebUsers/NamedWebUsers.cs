using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>Web users, and the letters to them, by their WebユーザーID.</summary>
internal sealed class NamedWebUsers(IWebUsersDb db) : INamedSubjects
{
    public async Task<IReadOnlyDictionary<Guid, NamedSubject>> NamesOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var named = await db.WebUsers.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.UserId })
            .Concat(db.Notices.Where(n => ids.Contains(n.Id)).Join(db.WebUsers, n => n.AdministratorId, u => u.Id, (n, u) => new { n.Id, u.UserId })).ToListAsync(ct);
        return named.ToDictionary(one => one.Id, one => new NamedSubject(SubjectKind.WebUser, one.UserId.Value));
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string typed, CancellationToken ct)
    {
        if (WebUserId.Read(typed) is not { } id) return [];
        var found = db.WebUsers.Where(u => u.UserId == id).Select(u => u.Id);
        return await found.Concat(db.Notices.Where(n => found.Contains(n.AdministratorId)).Select(n => n.Id)).ToListAsync(ct);
    }
}
