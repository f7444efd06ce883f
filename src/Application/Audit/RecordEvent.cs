using NexiPortal.Application.Common;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>Writes every event into the audit trail, in the transaction in which it happened.</summary>
internal sealed class RecordEvent(IAuditDb db, ICurrentActor actor) : IDomainEventHandler<IDomainEvent>
{
    public Task<Result> HandleAsync(IDomainEvent happened, CancellationToken ct)
    {
        db.AuditEntries.Add(AuditEntry.Of(actor.Name, happened.GetType().Name, happened.SubjectId, happened.OccurredAt));
        return Task.FromResult(Result.Done);
    }
}
