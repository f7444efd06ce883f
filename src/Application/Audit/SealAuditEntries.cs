using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>
/// Seals the entries written since the last time into the chain, one sealer at a time. An entry committed late, though its identity is an
/// earlier one, is unsealed like any other and takes its place behind what is sealed already.
/// </summary>
public static class SealAuditEntries
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IAuditDb db, AuditKey key, IAuditHead head) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            long? newest = null;
            var done = await db.InChunksAsync(nameof(SealAuditEntries), async () =>
            {
                var previous = await db.AuditEntries.Where(e => e.Sequence != null).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
                var unsealed = await db.AuditEntries.Where(e => e.Sequence == null).OrderBy(e => e.Id).Take(Chunks.OfAggregates).ToListAsync(cancellationToken);
                foreach (var entry in unsealed)
                {
                    entry.SealAfter(previous, key.Bytes);
                    previous = entry;
                }
                newest = previous?.Sequence;
                return unsealed.Count;
            }, cancellationToken);
            if (done.Succeeded && newest is { } sequence) await head.KeepAsync(sequence, cancellationToken);
            return done;
        }
    }
}
