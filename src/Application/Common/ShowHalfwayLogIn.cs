using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>The page that asks for the one-time password: where its code comes from.</summary>
public static class ShowHalfwayLogIn
{
    /// <summary>The question.</summary>
    /// <param name="HalfwayId">The login that waits.</param>
    public sealed record Query(Guid HalfwayId) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="Method">App or mail.</param>
    public sealed record View(CodeMethod Method);

    internal sealed class Handler(OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken) =>
            await codes.FindWaitingAsync(request.HalfwayId, clock.Now(), cancellationToken) is { } halfway && await codes.FindAsync(halfway.OwnerId, cancellationToken) is { InUse: { } inUse }
                ? new View(inUse.Method)
                : new Error(OneTimePasswordErrors.LogInAgain);
    }
}
