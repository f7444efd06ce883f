using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>Tells the WebUsers module what was done to a Web user.</summary>
internal sealed class AuditedActs(IAuditDb db) : IAuditedActs
{
    public async Task<IReadOnlyList<AuditedAct>> ListAsync(Guid webUserId, IReadOnlyCollection<string> actions, int most, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.SubjectId == webUserId && actions.Contains(e.Action))
            .OrderByDescending(e => e.Id).Take(most).Select(e => new { e.Action, e.Actor, e.OccurredAt }).ToListAsync(ct);
        return [.. entries.Select(e => new AuditedAct(e.Action, new Actor(e.Actor), e.OccurredAt))];
    }
}
