using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The clock: tells, once each, of the applications whose deadline has gone by (M12). That they are expired is computed everywhere and waits for nobody.</summary>
public static class ExpireApplications
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var past = JapanTime.LatestPastAt(now);
            return db.InChunksAsync(nameof(ExpireApplications), async () =>
            {
                var overdue = await db.Applications
                    .Where(a => a.State != ApplicationState.Expired && a.ExpiresAt <= past)
                    .OrderBy(a => a.ExpiresAt).Take(Chunks.OfAggregates).ToListAsync(cancellationToken);
                foreach (var application in overdue) application.Expire(now);
                return overdue.Count;
            }, cancellationToken);
        }
    }
}
