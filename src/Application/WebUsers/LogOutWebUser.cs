using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>ログアウト: the session's cookie is worth nothing afterwards, wherever it was copied to.</summary>
public static class LogOutWebUser
{
    /// <summary>The request.</summary>
    /// <param name="SessionId">The session.</param>
    public sealed record Command(Guid SessionId) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await db.WebUserSessions.SingleOrDefaultAsync(s => s.Id == request.SessionId, cancellationToken);
            session?.End(clock.Now());
            return await db.SaveAsync(cancellationToken);
        }
    }
}
