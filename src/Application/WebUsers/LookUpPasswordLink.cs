using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>The page behind the URL of M17 and M18: whether it still sets a password, and whose. Looking changes nothing.</summary>
public static class LookUpPasswordLink
{
    /// <summary>The question.</summary>
    /// <param name="Token">Token of the URL.</param>
    public sealed record Query(string Token) : IRequest<Result<Answer>>;

    /// <summary>How a link stands.</summary>
    public enum State
    {
        /// <summary>It sets a password.</summary>
        Live,

        /// <summary>Its time has passed.</summary>
        Expired,

        /// <summary>Used, replaced by another, or ended with the ID's access.</summary>
        Ended,

        /// <summary>There is none.</summary>
        Unknown,
    }

    /// <summary>The answer.</summary>
    /// <param name="State">How the link stands.</param>
    /// <param name="UserId">Whose password it sets; null when it sets none.</param>
    public sealed record Answer(State State, WebUserId? UserId);

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (state, owner) = await db.FindByLinkAsync(insuranceUsers, request.Token, clock.Now(), cancellationToken);
            return new Answer(state, owner?.UserId);
        }
    }

    /// <summary>How the link of a URL's token stands; and whose password it sets, when it sets one.</summary>
    internal static async Task<(State State, WebUser? Owner)> FindByLinkAsync(this IWebUsersDb db, IInsuranceUserOf insuranceUsers, string typed, DateTimeOffset now, CancellationToken ct)
    {
        if (LinkToken.Read(typed)?.Digest is not { } digest || await db.PasswordLinks.SingleOrDefaultAsync(l => l.TokenDigest == digest, ct) is not { } link) return (State.Unknown, null);
        var owner = await db.WebUsers.SingleAsync(u => u.Id == link.OwnerId, ct);
        if (link.HasEndedFor(owner) || await insuranceUsers.IsSuspendedAsync(owner.InsuranceUserId, ct)) return (State.Ended, null);
        return link.HasExpiredAt(now) ? (State.Expired, null) : (State.Live, owner);
    }
}
