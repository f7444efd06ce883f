using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The page behind M20's URL: whether it still shows its case. Looking changes nothing.</summary>
public static class LookUpStatusLink
{
    /// <summary>The question.</summary>
    /// <param name="Token">Token of the URL.</param>
    public sealed record Query(string Token) : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="IsKnown">Whether there is such a link.</param>
    /// <param name="IsLive">Whether it shows its case.</param>
    public sealed record Answer(bool IsKnown, bool IsLive);

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var link = await db.FindStatusLinkAsync(request.Token, cancellationToken);
            return new Answer(link is not null, link?.IsLiveAt(clock.Now()) == true);
        }
    }

    /// <summary>The link of a URL's token; null when there is none.</summary>
    internal static async Task<StatusLink?> FindStatusLinkAsync(this IRegistrationDb db, string typed, CancellationToken ct) =>
        LinkToken.Read(typed)?.Digest is { } digest ? await db.StatusLinks.SingleOrDefaultAsync(l => l.TokenDigest == digest, ct) : null;
}
