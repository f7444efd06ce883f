using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>⑩→⑨ 申込手続きの内容と流れへ, after the warning: with or without saving what was entered.</summary>
public static class LeaveDetails
{
    /// <summary>The request.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    /// <param name="Save">Whether the input is saved first.</param>
    public sealed record Command(Guid LinkId, bool Save) : IRequest<Result>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var opened = await db.OpenDraftAsync(request.LinkId, now, cancellationToken);
            if (!opened.Succeeded) return opened;
            if (request.Save && opened.Value.Type is not null) opened.Value.Save(now);
            opened.Value.DiscardUnsaved();
            return await db.SaveAsync(cancellationToken);
        }
    }
}
