using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>The clock: calls to mind, once each, the links that run out soon with nothing submitted (M03).</summary>
public static class RemindOfLinks
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var past = JapanTime.LatestPastAt(now);
            return db.InChunksAsync(nameof(RemindOfLinks), async () =>
            {
                var due = await db.Links.Where(l => l.RemindAt <= now && l.ExpiresAt > past)
                    .OrderBy(l => l.RemindAt).Take(Chunks.OfAggregates).ToListAsync(cancellationToken);
                var resumed = due.Select(l => l.Resumes).OfType<Guid>().ToList();
                var numbers = await db.Applications.Where(a => resumed.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
                foreach (var link in due) link.Remind(link.Resumes is { } id ? numbers[id] : null, now);
                return due.Count;
            }, cancellationToken);
        }
    }
}
