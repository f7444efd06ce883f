using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>ワンタイムパスワードを解除する: staff, or the administrator of an applicant, end it for somebody whose phone is lost; the person can set up another.</summary>
public static class ReleaseOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Within">The administrator's insurance user; null for staff.</param>
    public sealed record Command(string UserId, Guid? Within) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result.Refuse(found.Errors);
            var user = found.Value;
            if (await codes.FindAsync(user.Id, cancellationToken) is not { } owned) return new Error(OneTimePasswordErrors.NotInUse);
            var done = owned.SwitchOff(clock.Now());
            if (!done.Succeeded) return done;
            await codes.LiftAsync(WebUserLookUp.Audience, user.UserId.Value, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
