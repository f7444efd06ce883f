using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>ロックを解除する: staff, or the administrator of an applicant, end the pauses that wrong passwords and codes brought on a WebユーザーID.</summary>
public static class UnlockWebUser
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Within">The administrator's insurance user; null for staff.</param>
    public sealed record Command(string UserId, Guid? Within) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, PasswordGuard guard, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result.Refuse(found.Errors);
            var user = found.Value;
            var done = user.Unlock(clock.Now());
            if (!done.Succeeded) return done;
            await guard.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            await codes.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
