using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>Asked at every request of a member of staff: whether the session of the cookie still holds, and who it is.</summary>
public static class CheckStaffSession
{
    /// <summary>The question.</summary>
    /// <param name="SessionId">Session named by the cookie.</param>
    public sealed record Query(Guid SessionId) : IRequest<Result<Person>>;

    /// <summary>The member, as of now.</summary>
    /// <param name="MemberId">Identity.</param>
    /// <param name="StaffId">職員ID.</param>
    /// <param name="Name">氏名.</param>
    /// <param name="Roles">What the member may do.</param>
    /// <param name="MustChangePassword">Whether a password must be chosen before anything else.</param>
    /// <param name="MustSetUpOneTimePassword">Whether a one-time password must be set up before anything else, because staff are to have one.</param>
    public sealed record Person(Guid MemberId, StaffId StaffId, string Name, StaffRoles Roles, bool MustChangePassword, bool MustSetUpOneTimePassword);

    internal sealed class Handler(IStaffDb db, OneTimeCodes codes, CredentialPolicy policy, TimeProvider clock) : IRequestHandler<Query, Result<Person>>
    {
        public async Task<Result<Person>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.StaffSessions.AsNoTracking().Where(s => s.Id == request.SessionId)
                .Join(db.StaffMembers.AsNoTracking(), s => s.MemberId, m => m.Id, (session, member) => new { session, member })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null || !found.session.IsLiveAt(found.member, clock.Now(), SessionLimit.Longest)) return new Error(StaffErrors.SessionEnded);
            var mustSetUp = policy.StaffMustHaveOneTimePassword && await codes.FindAsync(found.member.Id, cancellationToken) is not { InUse: not null };
            return new Person(found.member.Id, found.member.StaffId, found.member.Name, found.member.Roles, found.member.Credential.MustChange, mustSetUp);
        }
    }
}
