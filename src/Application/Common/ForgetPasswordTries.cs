using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>Forgets the wrong passwords of days ago, also those for IDs that nobody has, and logins that wait for no code any more; origins an ID knows are remembered for their days.</summary>
public static class ForgetPasswordTries
{
    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(ICredentialDb db, CredentialPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var (untouched, known) = (now - PasswordTries.Memory, now.AddDays(-policy.KnownOriginDays));
            await db.TakeTurnAsync(nameof(ForgetPasswordTries), cancellationToken);
            var forgotten = await db.PasswordTries
                .Where(t => t.LastTriedAt < untouched && (t.LastRightAt == null || t.LastRightAt < known))
                .ExecuteDeleteAsync(cancellationToken);
            forgotten += await db.HalfwayLogIns.Where(h => h.StartedAt < untouched).ExecuteDeleteAsync(cancellationToken);
            await db.SaveAsync(cancellationToken);
            return forgotten;
        }
    }
}
