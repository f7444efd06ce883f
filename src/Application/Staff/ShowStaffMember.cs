using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>One member of staff, for a supervisor to change and for the member to see.</summary>
public static class ShowStaffMember
{
    private const int LastSignIns = 5;

    /// <summary>The question.</summary>
    /// <param name="StaffId">Whom.</param>
    public sealed record Query(string StaffId) : IRequest<Result<View>>;

    /// <summary>The view.</summary>
    /// <param name="StaffId">職員ID.</param>
    /// <param name="Version">Version to be sent back with a change.</param>
    /// <param name="Name">氏名.</param>
    /// <param name="Roles">What the member may do.</param>
    /// <param name="SuspendedAt">When the member was shut out; null while active.</param>
    /// <param name="PasswordSetAt">When the password was set.</param>
    /// <param name="InitialPasswordUntil">Until when an initial password can be used; null once the member chose one.</param>
    /// <param name="HasOneTimePassword">Whether a code is asked at login.</param>
    /// <param name="SignIns">When the member signed in, latest first.</param>
    /// <param name="LastWrongAt">When a wrong password was entered for the member last.</param>
    public sealed record View(
        StaffId StaffId, int Version, string Name, StaffRoles Roles, DateTimeOffset? SuspendedAt, DateTimeOffset PasswordSetAt, DateTimeOffset? InitialPasswordUntil,
        bool HasOneTimePassword, IReadOnlyList<DateTimeOffset> SignIns, DateTimeOffset? LastWrongAt);

    internal sealed class Handler(IStaffDb db, PasswordGuard guard, OneTimeCodes codes) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.FindAsync(request.StaffId, cancellationToken) is not { } member) return new Error(StaffErrors.Unknown);
            var signIns = await db.StaffSessions.Where(s => s.MemberId == member.Id)
                .OrderByDescending(s => s.StartedAt).Take(LastSignIns).Select(s => s.StartedAt).ToListAsync(cancellationToken);
            return new View(
                member.StaffId, member.Version, member.Name, member.Roles, member.SuspendedAt, member.Credential.SetAt, member.Credential.InitialUntil,
                await codes.FindAsync(member.Id, cancellationToken) is { InUse: not null }, signIns, await guard.LastWrongAtAsync(StaffMembers.Audience, member.StaffId.Value, cancellationToken));
        }
    }
}
