using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>
/// The clock: asks once, some days after a case's letter went out and while its initial password can be used, whether it arrived, when nobody has logged in (M14).
/// Only the letter that counts is asked after: neither one that came back nor one whose place another took.
/// </summary>
public static class RemindOfNotices
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, WebUserPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.InChunksAsync(nameof(RemindOfNotices), async () =>
            {
                var due = await Due(now, await insuranceUsers.SuspendedAsync(cancellationToken)).OrderBy(letter => letter.Notice.Id).Take(Chunks.OfAggregates).ToListAsync(cancellationToken);
                return due.Count(letter => letter.Notice.Remind(letter.ApplicationId!.Value, letter.UsableUntil!.Value, now));
            }, cancellationToken);
        }

        private IQueryable<Unanswered> Due(DateTimeOffset now, IReadOnlyCollection<Guid> suspended)
        {
            var (past, sentBy) = (JapanTime.LatestPastAt(now), JapanTime.DateAt(now).AddDays(-policy.NoticeReminderDays));
            var waiting = db.WebUsers.Where(u => u.State == WebUserState.Active && u.Credential!.InitialUntil > past
                && !suspended.Contains(u.InsuranceUserId) && !db.WebUserSessions.Any(s => s.OwnerId == u.Id));
            return db.Notices
                .Where(n => n.State == NoticeState.Dispatched && n.SentOn <= sentBy && n.RemindedAt == null
                    && !db.Notices.Any(later => later.AdministratorId == n.AdministratorId && later.Issue > n.Issue))
                .Join(waiting, n => n.AdministratorId, u => u.Id, (n, u) => new Unanswered
                {
                    Notice = n,
                    UsableUntil = u.Credential!.InitialUntil,
                    // A letter printed anew after the case was closed is still about that case.
                    ApplicationId = db.Notices.Where(own => own.AdministratorId == u.Id && own.ApplicationId != null).OrderByDescending(own => own.Issue).Select(own => own.ApplicationId).FirstOrDefault(),
                })
                .Where(letter => letter.ApplicationId != null);
        }

        private sealed class Unanswered
        {
            public required RegistrationNotice Notice { get; init; }

            public required DateTimeOffset? UsableUntil { get; init; }

            public required Guid? ApplicationId { get; init; }
        }
    }
}
