using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>ロックを解除する: staff end the pauses that wrong passwords and codes brought on a WebユーザーID.</summary>
public static class UnlockWebUser
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    public sealed record Command(string UserId) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, PasswordGuard guard, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.FindAsync(request.UserId, cancellationToken) is not { } user) return new Error(WebUserErrors.IdUnknown);
            var done = user.Unlock(clock.Now());
            if (!done.Succeeded) return done;
            await guard.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            await codes.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
