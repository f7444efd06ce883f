using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>Asked at every request of a Web user: whether the session of the cookie still holds, and who it is.</summary>
public static class CheckWebUserSession
{
    /// <summary>The question.</summary>
    /// <param name="SessionId">Session named by the cookie.</param>
    public sealed record Query(Guid SessionId) : IRequest<Result<Person>>;

    /// <summary>The Web user, as of now.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="InsuranceUserId">The insurance user, to which everything the person sees belongs.</param>
    /// <param name="Name">氏名.</param>
    /// <param name="MustChangePassword">Whether a password must be chosen before anything else (⑯).</param>
    public sealed record Person(Guid Id, WebUserId UserId, Guid InsuranceUserId, string Name, bool MustChangePassword);

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, TimeProvider clock) : IRequestHandler<Query, Result<Person>>
    {
        public async Task<Result<Person>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.WebUserSessions.AsNoTracking().Where(s => s.Id == request.SessionId)
                .Join(db.WebUsers.AsNoTracking(), s => s.OwnerId, u => u.Id, (session, user) => new { session, user }).SingleOrDefaultAsync(cancellationToken);
            if (found is null || !found.session.IsLiveAt(found.user, clock.Now(), SessionLimit.Longest)) return new Error(WebUserErrors.SessionEnded);
            if (await insuranceUsers.IsSuspendedAsync(found.user.InsuranceUserId, cancellationToken)) return new Error(WebUserErrors.SessionEnded);
            return new Person(found.user.Id, found.user.UserId, found.user.InsuranceUserId, found.user.Details.Name, found.user.Credential!.MustChange);
        }
    }
}
