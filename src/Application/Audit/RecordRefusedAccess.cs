using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>Somebody signed in asked for a page that only others may see.</summary>
public static class RecordRefusedAccess
{
    /// <summary>The request.</summary>
    /// <param name="Route">Route of the page, without its values.</param>
    /// <param name="MemberId">Who asked.</param>
    public sealed record Command(string Route, Guid MemberId) : IRequest<Result>;

    internal sealed class Handler(IAuditTrail trail, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            await trail.RecordAsync($"AccessRefused {request.Route}", request.MemberId, clock.Now(), cancellationToken);
            return Result.Done;
        }
    }
}
