using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>承認する: a second person approves exactly what the page showed; code and ID are issued in the same transaction.</summary>
public static class ApproveApplication
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    public sealed record Command(ApplicationNumber Number, int Version) : IRequest<Result>;

    internal sealed class Handler(IRegistrationDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application => application.Approve(new Actor(actor.Name), now), cancellationToken);
        }
    }
}
