using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>パスワードを初期化する: an applicant's password and sessions end, and a link by mail lets the person set another; whoever never set one is invited again (M17).</summary>
public static class ResetApplicantPassword
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Version">Version of the Web user the page showed.</param>
    /// <param name="Within">The administrator's insurance user.</param>
    public sealed record Command(string UserId, int Version, Guid Within) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, PasswordGuard guard, WebUserPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result.Refuse(found.Errors);
            var user = found.Value;
            if (user.Version != request.Version) return new Error(WebUserErrors.ChangedMeanwhile);
            var hadPassword = user.Credential is not null;
            var done = user.VoidPassword(now);
            if (!done.Succeeded) return done;
            if (hadPassword) await db.IssueLinkAsync(user, PasswordLinkPurpose.Reset, policy, now, cancellationToken);
            else await db.IssueLinkForNoneAsync(user, policy, now, cancellationToken);
            await guard.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
