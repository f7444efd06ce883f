using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Asked at every request of a registrant: whether the session of the cookie still holds.</summary>
public static class CheckRegistrantSession
{
    /// <summary>The question.</summary>
    /// <param name="SessionId">Session named by the cookie.</param>
    public sealed record Query(Guid SessionId) : IRequest<Result<bool>>;

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Query, Result<bool>>
    {
        public async Task<Result<bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.SessionId, cancellationToken);
            if (session is null || !session.IsLiveAt(now, SessionLimit.Longest)) return false;
            if (session.ShowsCaseOnly) return (await db.ApplicationsOf(session.LinkId).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.IsVisibleAt(now, policy) == true;
            var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == session.LinkId, cancellationToken);
            return link is not null && await db.CanBeOpenedAsync(link, policy, now, cancellationToken);
        }
    }
}
