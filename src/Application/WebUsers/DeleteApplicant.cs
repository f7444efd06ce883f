using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>削除する: the administrator ends an applicant's ID for good; the place is free for another, the ID is never given again.</summary>
public static class DeleteApplicant
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Version">Version of the Web user the page showed.</param>
    /// <param name="Within">The administrator's insurance user.</param>
    public sealed record Command(string UserId, int Version, Guid Within) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result.Refuse(found.Errors);
            if (found.Value.State == WebUserState.Ended) return Result.Done; // Sent twice.
            if (found.Value.Version != request.Version) return new Error(WebUserErrors.ChangedMeanwhile);
            var done = found.Value.End(clock.Now());
            return done.Succeeded ? await db.SaveAsync(cancellationToken) : done;
        }
    }
}
