using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑪ Step 3: the registrant has seen everything as it will be registered and goes on to the terms.</summary>
public static class ConfirmDetails
{
    /// <summary>The request.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    /// <param name="Version">Version of the draft the page showed.</param>
    public sealed record Command(Guid LinkId, int Version) : IRequest<Result>;

    internal sealed class Handler(IRegistrationDb db, IPrintableText printable, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var opened = await db.OpenDraftAsync(request.LinkId, clock.Now(), cancellationToken);
            if (!opened.Succeeded) return opened;
            var draft = opened.Value;
            if (draft.Type is not { } type) return new Error(RegistrationErrors.TypeNotChosen);
            if (draft.Version != request.Version) return new Error(RegistrationErrors.DraftChanged);
            if (ApplicationEntry.Read(type, draft.Working, printable).Errors.Count > 0) return new Error(RegistrationErrors.EntryIncomplete);
            draft.Confirm();
            await db.ReachAsync(request.LinkId, RegistrationStep.Confirmed, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
