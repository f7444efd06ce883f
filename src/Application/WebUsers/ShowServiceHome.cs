using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>⑰: where a Web user begins: the insurance user as registered, the person's own details, and when and with what somebody logged in lately; for an administrator also where the insurance user's cases stand.</summary>
public static class ShowServiceHome
{
    private const int LogInsShown = 5;
    private const int CasesShown = 50;

    /// <summary>The question.</summary>
    /// <param name="Id">The Web user logged in.</param>
    public sealed record Query(Guid Id) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="InsuranceUser">The insurance user.</param>
    /// <param name="Details">The person.</param>
    /// <param name="Administrator">The administrator, whom an applicant asks; null for an administrator, and while there is none.</param>
    /// <param name="PasswordSetAt">When the password was set.</param>
    /// <param name="OneTimePassword">Where the codes asked at login come from; null while none is asked.</param>
    /// <param name="LogIns">The last logins, the latest first.</param>
    /// <param name="LastWrongAt">When a wrong password was entered last; null when none is remembered.</param>
    /// <param name="Cases">The cases of the insurance user, the latest first; null for an applicant, who does not see them.</param>
    public sealed record View(
        WebUserId UserId, OwnInsuranceUser InsuranceUser, PersonalDetails Details, PersonalDetails? Administrator, DateTimeOffset PasswordSetAt, CodeMethod? OneTimePassword, IReadOnlyList<LogIn> LogIns, DateTimeOffset? LastWrongAt,
        IReadOnlyList<OwnCase>? Cases);

    /// <summary>A login.</summary>
    /// <param name="At">When.</param>
    /// <param name="Browser">With what, in a few words; empty when unknown.</param>
    public sealed record LogIn(DateTimeOffset At, string Browser);

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, IOwnCases cases, PasswordGuard guard, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var user = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == request.Id, cancellationToken);
            var insuranceUser = await insuranceUsers.ShowAsync(user.InsuranceUserId, cancellationToken);
            return new View(
                user.UserId,
                insuranceUser,
                user.Details,
                user.Role == WebUserRole.Administrator ? null : (await db.AdministratorsOf(user.InsuranceUserId).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Details,
                user.Credential!.SetAt,
                (await codes.FindAsync(user.Id, cancellationToken))?.InUse?.Method,
                await db.WebUserSessions.Where(s => s.OwnerId == user.Id).OrderByDescending(s => s.StartedAt).Take(LogInsShown).Select(s => new LogIn(s.StartedAt, s.Browser)).ToListAsync(cancellationToken),
                await guard.LastWrongAtAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken),
                user.Role == WebUserRole.Administrator
                    ? await cases.ListAsync(insuranceUser.Code, await db.RegisteredByAsync(user.InsuranceUserId, cancellationToken), CasesShown, clock.Now(), cancellationToken)
                    : null);
        }
    }
}
