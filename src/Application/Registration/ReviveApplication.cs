using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>期限切れを復活する: a paper arrived after its deadline, and is taken all the same.</summary>
public static class ReviveApplication
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="Reason">Why it is taken.</param>
    /// <param name="ArrivedOn">Day the paper arrived; null when none was entered.</param>
    public sealed record Command(ApplicationNumber Number, int Version, string Reason, DateOnly? ArrivedOn) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).IsStaffText();
            RuleFor(c => c.ArrivedOn).NotNull().WithErrorCode(RegistrationErrors.DayRequired);
        }
    }

    internal sealed class Handler(IRegistrationDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application =>
                application.Revive(StaffText.Tidy(request.Reason), request.ArrivedOn!.Value, new Actor(actor.Name), now), cancellationToken);
        }
    }
}
