using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Asked at every request of a registrant: whether the session of the cookie still holds, and if not, why.</summary>
public static class CheckRegistrantSession
{
    /// <summary>The question.</summary>
    /// <param name="SessionId">Session named by the cookie.</param>
    public sealed record Query(Guid SessionId) : IRequest<Result<Answer>>;

    /// <summary>Whether a session holds.</summary>
    public enum Standing
    {
        /// <summary>It holds.</summary>
        Live,

        /// <summary>Nothing was asked for too long; the cookie, which counts idle time, ran out by itself.</summary>
        Idle,

        /// <summary>It was ended by 閉じる or 一時保存して終了する, or by entering again.</summary>
        Closed,

        /// <summary>It has lasted for half a day.</summary>
        HalfDayOver,

        /// <summary>Its link's time ran out.</summary>
        LinkExpired,

        /// <summary>A newer link was sent in place of its link.</summary>
        LinkReplaced,

        /// <summary>Its link became void after too many wrong passwords.</summary>
        LinkVoid,
    }

    /// <summary>The answer.</summary>
    /// <param name="Standing">Whether it holds.</param>
    /// <param name="Left">How long it can still last at most.</param>
    public sealed record Answer(Standing Standing, TimeSpan Left);

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var found = await db.Sessions.AsNoTracking().Where(s => s.Id == request.SessionId)
                .Join(db.Links, s => s.LinkId, l => l.Id, (session, link) => new { Session = session, Link = link }).SingleOrDefaultAsync(cancellationToken);
            var (session, link) = (found?.Session, found?.Link);
            if (session is { EndedAt: null, ShowsCaseOnly: true } && session.IsLiveAt(now, SessionLimit.Longest)
                && (await db.ApplicationsOf(session.LinkId).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.IsVisibleAt(now, policy) == true)
            {
                return new Answer(Standing.Live, session.StartedAt + SessionLimit.Longest - now);
            }
            // Neither outlives the deletion of what was entered, which follows the link's expiry.
            if (session is null || link is null) return new Answer(Standing.LinkExpired, TimeSpan.Zero);
            if (session.EndedAt is not null) return new Answer(Standing.Closed, TimeSpan.Zero);
            if (!session.IsLiveAt(now, SessionLimit.Longest)) return new Answer(Standing.HalfDayOver, TimeSpan.Zero);
            if (await db.CanBeOpenedAsync(link, policy, now, cancellationToken)) return new Answer(Standing.Live, session.StartedAt + SessionLimit.Longest - now);
            return new Answer(Of(link.StandingAt(now)), TimeSpan.Zero);
        }

        private static Standing Of(LinkStanding link) => link switch
        {
            LinkStanding.Replaced => Standing.LinkReplaced,
            LinkStanding.Void => Standing.LinkVoid,
            _ => Standing.LinkExpired,
        };
    }
}
