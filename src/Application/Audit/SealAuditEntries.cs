using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>Seals the entries written since the last time into the chain. A second sealer at the same time finds the place taken and starts again.</summary>
public static class SealAuditEntries
{
    private const int Chunk = 500;

    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IAuditDb db, AuditKey key) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var count = 0; ;)
            {
                var previous = await db.AuditEntries.Where(e => e.Sequence != null).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
                var unsealed = await db.AuditEntries.Where(e => e.Sequence == null).OrderBy(e => e.Id).Take(Chunk).ToListAsync(cancellationToken);
                if (unsealed.Count == 0) return count;
                foreach (var entry in unsealed)
                {
                    entry.SealAfter(previous, key.Bytes);
                    previous = entry;
                }
                await db.SaveAsync(cancellationToken);
                await db.ForgetAsync();
                count += unsealed.Count;
            }
        }
    }
}
