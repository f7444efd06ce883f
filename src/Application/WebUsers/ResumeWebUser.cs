using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>再開する: staff, or the administrator of an applicant, let a suspended WebユーザーID log in again.</summary>
public static class ResumeWebUser
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Version">Version of the Web user the page showed.</param>
    /// <param name="Within">The administrator's insurance user; null for staff.</param>
    public sealed record Command(string UserId, int Version, Guid? Within) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, WebUserPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result.Refuse(found.Errors);
            var user = found.Value;
            if (user.Version != request.Version) return new Error(WebUserErrors.ChangedMeanwhile);
            var now = clock.Now();
            var done = user.Resume(now);
            if (!done.Succeeded) return done;
            // The suspension ended the link by which an applicant was to set the first password, or another.
            if (user is { Role: WebUserRole.Applicant, Credential: null }) await db.IssueLinkForNoneAsync(user, policy, now, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
