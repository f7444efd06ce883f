using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Mail;

/// <summary>How the queue of mails stands, for those who run the portal.</summary>
public static class CountMails
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="Queued">Mails that wait to be sent.</param>
    /// <param name="OldestQueuedAt">Since when the oldest of them waits; null when none does.</param>
    /// <param name="Failed">Mails that were given up, as far as they are still known.</param>
    public sealed record Answer(int Queued, DateTimeOffset? OldestQueuedAt, int Failed);

    internal sealed class Handler(IMailDb db) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var queued = db.Mails.Where(m => m.State == MailState.Queued);
            return new Answer(
                await queued.CountAsync(cancellationToken),
                await queued.MinAsync(m => (DateTimeOffset?)m.QueuedAt, cancellationToken),
                await db.Mails.CountAsync(m => m.State == MailState.Failed, cancellationToken));
        }
    }
}
