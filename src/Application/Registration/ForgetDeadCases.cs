using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>
/// The clock: takes out of cases that were declined, withdrawn or let expire some time ago what is known of persons: the entry, the address, the notes, the mails.
/// What remains says that there was a case, and what was done when, for the statistics and the audit trail.
/// </summary>
public static class ForgetDeadCases
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IRegistrationDb db, ILinkMails mails, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var longAgo = now.AddDays(-policy.DeadCaseDays);
            return db.InChunksAsync(nameof(ForgetDeadCases), async () =>
            {
                var dead = await db.Applications.Where(a => a.ForgottenAt == null && a.DeadSince <= longAgo)
                    .OrderBy(a => a.DeadSince).Take(Chunks.OfAggregates).ToListAsync(cancellationToken);
                foreach (var application in dead) application.Forget(now);
                await ForgetAroundAsync([.. dead.Select(a => a.Id)], [.. dead.Select(a => a.LinkId)], cancellationToken);
                return dead.Count;
            }, cancellationToken);
        }

        private async Task ForgetAroundAsync(IReadOnlyCollection<Guid> cases, IReadOnlyCollection<Guid> entered, CancellationToken ct)
        {
            var links = db.Links.Where(l => entered.Contains(l.Id) || (l.Resumes != null && cases.Contains(l.Resumes.Value)));
            await db.Drafts.Where(d => links.Select(l => l.Id).Contains(d.LinkId)).ExecuteDeleteAsync(ct);
            await db.CaseNotes.Where(n => cases.Contains(n.ApplicationId)).ExecuteDeleteAsync(ct);
            await mails.ForgetAsync(links.Select(l => l.Id), ct);
            await mails.ForgetAsync(db.Applications.Where(a => cases.Contains(a.Id)).Select(a => a.Id), ct);
            await links.ExecuteUpdateAsync(link => link
                .SetProperty(l => l.Address, (EmailAddress?)null)
                .SetProperty(l => l.RemindAt, (DateTimeOffset?)null)
                .SetProperty(l => l.Version, l => l.Version + 1), ct);
        }
    }
}
