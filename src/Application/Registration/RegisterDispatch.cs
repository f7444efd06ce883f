using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>発送を登録する: the letter (登録完了通知書) was posted; the registrant is told (M06).</summary>
public static class RegisterDispatch
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="SentOn">Day it was posted.</param>
    /// <param name="TrackingNumber">お問い合わせ番号 of the registered letter as typed; may be empty.</param>
    public sealed record Command(ApplicationNumber Number, int Version, DateOnly SentOn, string TrackingNumber) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.TrackingNumber).IsTrackingNumber();
    }

    internal sealed class Handler(IRegistrationDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application =>
                application.RegisterDispatch(request.SentOn, Tidying.DigitGroups(request.TrackingNumber), new Actor(actor.Name), now), cancellationToken);
        }
    }
}
