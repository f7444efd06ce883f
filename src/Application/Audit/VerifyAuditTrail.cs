using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>Checks the audit chain from its first entry to its last (<c>audit verify</c>) and says of each entry that is not as it was sealed which it is.</summary>
public static class VerifyAuditTrail
{
    /// <summary>Most faults told; the others are counted.</summary>
    public const int MostFaults = 100;

    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="Sealed">How many entries the chain has.</param>
    /// <param name="Faults">What is wrong, in the chain's order; empty when the chain is whole.</param>
    /// <param name="FaultCount">How many faults there are in all.</param>
    public sealed record Answer(long Sealed, IReadOnlyList<Fault> Faults, long FaultCount);

    /// <summary>Something wrong with the chain.</summary>
    public abstract record Fault
    {
        /// <summary>Entries were removed; the one behind them can no longer be checked.</summary>
        /// <param name="First">Place of the first.</param>
        /// <param name="Last">Place of the last.</param>
        public sealed record Missing(long First, long Last) : Fault;

        /// <summary>An entry was changed since it was sealed, or inserted by somebody without the key.</summary>
        /// <param name="Sequence">Its place.</param>
        /// <param name="Id">Its identity.</param>
        public sealed record Altered(long Sequence, Guid Id) : Fault;
    }

    internal sealed class Handler(IAuditDb db, AuditKey key, IAuditHead head) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            // Read first: what is sealed while the chain is walked is no fault.
            var known = await head.ReadAsync(cancellationToken);
            var check = new Check(key);
            var chain = db.AuditEntries.AsNoTracking().Where(e => e.Sequence != null).OrderBy(e => e.Sequence).AsAsyncEnumerable();
            await foreach (var entry in chain.WithCancellation(cancellationToken)) check.Take(entry);
            return check.Conclude(known);
        }
    }

    private sealed class Check(AuditKey key)
    {
        private readonly List<Fault> _faults = [];
        private AuditEntry? _previous;
        private long _count;
        private long _faultCount;

        public void Take(AuditEntry entry)
        {
            _count++;
            var expected = (_previous?.Sequence ?? 0) + 1;
            if (entry.Sequence != expected) Add(new Fault.Missing(expected, entry.Sequence!.Value - 1));
            else if (!entry.Follows(_previous, key.Bytes)) Add(new Fault.Altered(expected, entry.Id));
            _previous = entry;
        }

        public Answer Conclude(long known)
        {
            var last = _previous?.Sequence ?? 0;
            if (last < known) Add(new Fault.Missing(last + 1, known));
            return new(_count, _faults, _faultCount);
        }

        private void Add(Fault fault)
        {
            _faultCount++;
            if (_faults.Count < MostFaults) _faults.Add(fault);
        }
    }
}
