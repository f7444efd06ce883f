using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Audit;

namespace NexiPortal.Infrastructure.Audit;

/// <summary>Writes entries in a scope of their own, so that nothing else a request has loaded is saved with them.</summary>
internal sealed class AuditTrail(IServiceScopeFactory scopes) : IAuditTrail
{
    public async Task RecordAsync(string action, IReadOnlyCollection<Guid> subjectIds, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IAuditDb>();
        var actor = scope.ServiceProvider.GetRequiredService<ICurrentActor>().Name;
        db.AuditEntries.AddRange(subjectIds.Select(subjectId => AuditEntry.Of(actor, action, subjectId, now)));
        await db.SaveAsync(ct);
    }
}
