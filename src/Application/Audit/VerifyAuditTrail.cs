using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>Checks the audit chain from its first entry to its last (<c>audit verify</c>).</summary>
public static class VerifyAuditTrail
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="Sealed">How many entries the chain has.</param>
    /// <param name="FirstBroken">Place of the first entry that was changed, inserted, or stands behind a removed one; null when the chain is whole.</param>
    public sealed record Answer(long Sealed, long? FirstBroken);

    internal sealed class Handler(IAuditDb db, AuditKey key) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            AuditEntry? previous = null;
            var count = 0L;
            var chain = db.AuditEntries.AsNoTracking().Where(e => e.Sequence != null).OrderBy(e => e.Sequence).AsAsyncEnumerable();
            await foreach (var entry in chain.WithCancellation(cancellationToken))
            {
                count++;
                if (!entry.Follows(previous, key.Bytes)) return new Answer(count, entry.Sequence);
                previous = entry;
            }
            return new Answer(count, null);
        }
    }
}
