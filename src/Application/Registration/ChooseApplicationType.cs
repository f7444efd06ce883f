using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑨ The registrant chooses one of the three kinds of application, or goes on with the saved one.</summary>
public static class ChooseApplicationType
{
    /// <summary>The request.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    /// <param name="Type">The kind; null to go on with the saved copy (続きから入力する).</param>
    public sealed record Command(Guid LinkId, ApplicationType? Type) : IRequest<Result>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var opened = await db.OpenDraftAsync(request.LinkId, clock.Now(), cancellationToken);
            if (!opened.Succeeded) return opened;
            if (request.Type is { } type) opened.Value.Begin(type);
            else if (opened.Value.Resume() is { Succeeded: false } refused) return refused;
            await db.ReachAsync(request.LinkId, RegistrationStep.Chosen, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
