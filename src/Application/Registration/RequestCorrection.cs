using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>補正を依頼する: papers are missing or wrong; the registrant is told what and how to mend it (M08).</summary>
public static class RequestCorrection
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="Reasons">Keys of <see cref="CorrectionReasons"/>.</param>
    /// <param name="Note">What else the registrant is to know; it stands in the mail.</param>
    public sealed record Command(ApplicationNumber Number, int Version, IReadOnlyList<string> Reasons, string Note) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).IsStaffText();
    }

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application =>
                application.RequestCorrection(request.Reasons, StaffText.Tidy(request.Note), policy, new Actor(actor.Name), now), cancellationToken);
        }
    }
}
