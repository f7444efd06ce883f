using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>ワンタイムパスワードを解除する: staff end it for somebody whose phone is lost; the person can set up another.</summary>
public static class ReleaseOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    public sealed record Command(string UserId) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.FindAsync(request.UserId, cancellationToken) is not { } user) return new Error(WebUserErrors.IdUnknown);
            if (await codes.FindAsync(user.Id, cancellationToken) is not { } owned) return new Error(OneTimePasswordErrors.NotInUse);
            var done = owned.SwitchOff(clock.Now());
            if (!done.Succeeded) return done;
            await codes.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
