using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>An applicant as the administrator sees it: who it is, how the ID stands, and what was done to it by whom.</summary>
public static class ViewApplicant
{
    private const int ActsShown = 50;

    // What concerns the ID; logins are the person's own affair.
    private static readonly string[] Acts =
    [
        nameof(WebUserRegistered), nameof(WebUserCorrected), nameof(WebUserSuspended), nameof(WebUserResumed), nameof(WebUserPasswordVoided), nameof(WebUserPasswordChanged),
        nameof(WebUserUnlocked), nameof(OneTimePasswordSetUp), nameof(OneTimePasswordSwitchedOff),
    ];

    /// <summary>The question.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Within">The administrator's insurance user.</param>
    public sealed record Query(string UserId, Guid Within) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Version">Version of the Web user.</param>
    /// <param name="Details">The person.</param>
    /// <param name="Values">The same, as the fields show it.</param>
    /// <param name="State">Whether the ID can be used.</param>
    /// <param name="StateSince">Since when.</param>
    /// <param name="HasPassword">Whether a password is set.</param>
    /// <param name="LinkUntil">Until when the link mailed last can set one; null when none can.</param>
    /// <param name="OneTimePassword">Where the codes asked at login come from; null while none is asked.</param>
    /// <param name="LastLogIn">When the person logged in last; null for never.</param>
    /// <param name="History">What was done, the latest first.</param>
    public sealed record View(
        WebUserId UserId, int Version, PersonalDetails Details, FieldValues Values, WebUserState State, DateTimeOffset StateSince, bool HasPassword, DateTimeOffset? LinkUntil,
        CodeMethod? OneTimePassword, DateTimeOffset? LastLogIn, IReadOnlyList<AuditedAct> History);

    internal sealed class Handler(IWebUsersDb db, OneTimeCodes codes, IAuditedActs audited, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result<View>.Refuse(found.Errors);
            var user = found.Value;
            // Who is gone is not there any more.
            if (user.State == WebUserState.Ended) return new Error(WebUserErrors.IdUnknown);
            var link = await db.PasswordLinks.AsNoTracking().Where(l => l.OwnerId == user.Id).OrderByDescending(l => l.IssuedAt).FirstOrDefaultAsync(cancellationToken);
            return new View(
                user.UserId, user.Version, user.Details, user.Details.ToValues(), user.State, user.StateSince, user.Credential is not null,
                link is not null && !link.HasEndedFor(user) && !link.HasExpiredAt(clock.Now()) ? link.ExpiresAt : null,
                (await codes.FindAsync(user.Id, cancellationToken))?.InUse?.Method,
                await db.WebUserSessions.Where(s => s.OwnerId == user.Id).MaxAsync(s => (DateTimeOffset?)s.StartedAt, cancellationToken),
                await audited.ListAsync(user.Id, Acts, ActsShown, cancellationToken));
        }
    }
}
