using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>再送する: another code by mail for a login that waits for one (M16); the earlier one is void.</summary>
public static class MailOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="HalfwayId">The login that waits.</param>
    public sealed record Command(Guid HalfwayId) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (await codes.FindWaitingAsync(request.HalfwayId, now, cancellationToken) is not { } halfway) return new Error(OneTimePasswordErrors.LogInAgain);
            if (await codes.FindAsync(halfway.OwnerId, cancellationToken) is not { InUse.Method: CodeMethod.Mail } owned) return new Error(OneTimePasswordErrors.LogInAgain);
            var user = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == halfway.OwnerId, cancellationToken);
            var mailed = codes.Mail(owned, user.Details.MailAddress, now);
            return mailed.Succeeded ? await db.SaveAsync(cancellationToken) : mailed;
        }
    }
}
