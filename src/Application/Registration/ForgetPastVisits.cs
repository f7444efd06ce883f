using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>The clock: deletes what is of use for a day only: sessions that can no longer hold, URLs of M20, and what the limits of mails count.</summary>
public static class ForgetPastVisits
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var (begun, dayAgo) = (now - SessionLimit.Longest, now.AddDays(-1));
            return db.InChunksAsync(nameof(ForgetPastVisits), async rows =>
                await db.Sessions.Where(s => s.StartedAt <= begun).OrderBy(s => s.StartedAt).Take(rows).ExecuteDeleteAsync(cancellationToken)
                + await db.StatusLinks.Where(l => l.ExpiresAt <= dayAgo).OrderBy(l => l.ExpiresAt).Take(rows).ExecuteDeleteAsync(cancellationToken)
                + await db.LinkRequests.Where(r => r.At <= dayAgo).OrderBy(r => r.At).Take(rows).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
        }
    }
}
