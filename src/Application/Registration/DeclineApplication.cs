using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>登録不可とする: the application is refused, and the registrant told so with the reason (M09).</summary>
public static class DeclineApplication
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="Reason">Why; it stands in the mail.</param>
    public sealed record Command(ApplicationNumber Number, int Version, string Reason) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsStaffText();
    }

    internal sealed class Handler(IRegistrationDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application =>
                application.Decline(StaffText.Tidy(request.Reason), new Actor(actor.Name), now), cancellationToken);
        }
    }
}
