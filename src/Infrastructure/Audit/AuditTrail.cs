using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Audit;

namespace NexiPortal.Infrastructure.Audit;

/// <summary>Writes entries in a scope of their own, so that nothing else a request has loaded is saved with them.</summary>
internal sealed class AuditTrail(IServiceScopeFactory scopes) : IAuditTrail
{
    public async Task RecordAsync(string action, Guid subjectId, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IAuditDb>();
        db.AuditEntries.Add(AuditEntry.Of(scope.ServiceProvider.GetRequiredService<ICurrentActor>().Name, action, subjectId, now));
        await db.SaveAsync(ct);
    }
}
