using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The clock: calls to mind the paper forms that have not arrived: some time after ⑫, and twice before they expire (M07).</summary>
public static class RemindOfPapers
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var past = JapanTime.LatestPastAt(now);
            return db.InChunksAsync(nameof(RemindOfPapers), async () =>
            {
                var due = await db.Applications.Where(a => a.RemindAt <= now && a.ExpiresAt > past)
                    .OrderBy(a => a.RemindAt).Take(Chunks.OfAggregates).ToListAsync(cancellationToken);
                return due.Count(application => application.RemindOfPaper(policy, now));
            }, cancellationToken);
        }
    }
}
