using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>The clock: deletes links to set passwords some time after they could be used last; until then their page says why they cannot.</summary>
public static class ForgetPastLinks
{
    private static readonly TimeSpan Explained = TimeSpan.FromDays(30);

    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IWebUsersDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var past = clock.Now() - Explained;
            return db.InChunksAsync(nameof(ForgetPastLinks), () =>
                db.PasswordLinks.Where(l => l.ExpiresAt <= past).OrderBy(l => l.ExpiresAt).Take(Chunks.OfRows).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }
    }
}
