using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The clock: deletes what is of use for a day only: sessions that can no longer hold, and how often mails went to a mailbox.</summary>
public static class ForgetPastVisits
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var (begun, sent) = (now - CheckRegistrantSession.Longest, now - MailboxQuota.Memory);
            return db.InChunksAsync(nameof(ForgetPastVisits), async () =>
                await db.Sessions.Where(s => s.StartedAt <= begun).OrderBy(s => s.StartedAt).Take(Chunks.OfRows).ExecuteDeleteAsync(cancellationToken)
                + await db.MailboxQuotas.Where(q => q.LastSentAt <= sent).OrderBy(q => q.LastSentAt).Take(Chunks.OfRows).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
        }
    }
}
