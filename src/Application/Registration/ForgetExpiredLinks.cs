using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>
/// The clock: deletes what is known of a person whose link ran out with nothing submitted: the draft, the mails, the address.
/// What remains of the link is its token's digest and its dates, so that its page still says that it has expired.
/// </summary>
public static class ForgetExpiredLinks
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, ILinkMails mails, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var past = JapanTime.LatestPastAt(clock.Now());
            var expired = db.Links.Where(l => l.ApplicationId == null && l.Address != null && l.ExpiresAt <= past).OrderBy(l => l.ExpiresAt).ThenBy(l => l.Id);
            return db.InChunksAsync(nameof(ForgetExpiredLinks), async rows =>
            {
                var chunk = expired.Take(rows);
                var ids = chunk.Select(l => l.Id);
                await db.Drafts.Where(d => ids.Contains(d.LinkId)).ExecuteDeleteAsync(cancellationToken);
                // The mails of a 手続き再開用URL belong to its case, and go with it.
                await mails.ForgetAsync(chunk.Where(l => l.Resumes == null).Select(l => l.Id), cancellationToken);
                return await db.Links.Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(link => link
                    .SetProperty(l => l.Address, (EmailAddress?)null)
                    .SetProperty(l => l.RemindAt, (DateTimeOffset?)null)
                    .SetProperty(l => l.Version, l => l.Version + 1), cancellationToken);
            }, cancellationToken);
        }
    }
}

/// <summary>The mails about links and cases, which another module keeps.</summary>
public interface ILinkMails
{
    /// <summary>Deletes every mail about the given links or cases, sent or not, in the transaction at hand.</summary>
    Task ForgetAsync(IQueryable<Guid> subjects, CancellationToken ct);
}
