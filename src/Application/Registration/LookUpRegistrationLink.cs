using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑧ The page behind a 登録用URL: whether a password may be entered. Looking changes nothing.</summary>
public static class LookUpRegistrationLink
{
    /// <summary>The question.</summary>
    /// <param name="Token">Token of the URL.</param>
    public sealed record Query(string Token) : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="Standing">Null for a link nobody knows.</param>
    /// <param name="CanBeOpened">Whether the password opens it; a link with a submitted application does not open any more once its case is closed for long.</param>
    /// <param name="PausedUntil">End of a pause, if one runs.</param>
    /// <param name="ExpiresAt">Until when an application can be entered.</param>
    public sealed record Answer(LinkStanding? Standing, bool CanBeOpened, DateTimeOffset? PausedUntil, DateTimeOffset? ExpiresAt);

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var token = LinkToken.Read(request.Token);
            var link = token is null ? null : await db.FindLinkAsync(token, cancellationToken);
            if (link is null) return new Answer(null, false, null, null);
            var open = await db.CanBeOpenedAsync(link, policy, now, cancellationToken);
            return new Answer(link.StandingAt(now), open, link.IsPausedAt(now) ? link.PausedUntil : null, link.ExpiresAt);
        }
    }

    /// <summary>The link with a token's digest.</summary>
    internal static Task<RegistrationLink?> FindLinkAsync(this IRegistrationDb db, LinkToken token, CancellationToken ct)
    {
        var digest = token.Digest;
        return db.Links.SingleOrDefaultAsync(l => l.TokenDigest == digest, ct);
    }

    /// <summary>Whether a link can be opened: for entering within its time, for looking as long as its case can be seen.</summary>
    internal static async Task<bool> CanBeOpenedAsync(this IRegistrationDb db, RegistrationLink link, RegistrationPolicy policy, DateTimeOffset now, CancellationToken ct) =>
        link.StandingAt(now) switch
        {
            LinkStanding.Open => true,
            LinkStanding.Submitted => (await db.Applications.SingleAsync(a => a.Id == link.ApplicationId, ct)).IsVisibleAt(now, policy),
            _ => false,
        };

    /// <summary>Why a link that cannot be opened cannot: a closed case reads as expired.</summary>
    internal static LinkStanding UnusableStandingAt(this RegistrationLink link, DateTimeOffset now) =>
        link.StandingAt(now) is var standing && standing == LinkStanding.Submitted ? LinkStanding.Expired : standing;
}
