using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>返戻を登録する: the letter (登録完了通知書) came back undelivered; the registrant is told (M10), and another has to go out.</summary>
public static class RegisterReturnedNotice
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="Note">Why it came back, as the post office marked it.</param>
    public sealed record Command(ApplicationNumber Number, int Version, string Note) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).IsStaffText();
    }

    internal sealed class Handler(IRegistrationDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application =>
                application.RegisterReturn(StaffText.Tidy(request.Note), new Actor(actor.Name), now), cancellationToken);
        }
    }
}
