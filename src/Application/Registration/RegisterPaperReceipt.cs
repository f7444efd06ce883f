using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>申込書の到着を登録する: the stamped form, or further papers asked for, lie on the clerk's desk.</summary>
public static class RegisterPaperReceipt
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="ArrivedOn">Day of arrival; null when none was entered.</param>
    /// <param name="Revision">Revision printed on the form; null when none was entered.</param>
    /// <param name="Papers">Which of the papers owed are in the envelope.</param>
    public sealed record Command(ApplicationNumber Number, int Version, DateOnly? ArrivedOn, int? Revision, IReadOnlyList<string> Papers) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ArrivedOn).NotNull().WithErrorCode(RegistrationErrors.DayRequired);
            RuleFor(c => c.Revision).NotNull().WithErrorCode(RegistrationErrors.RevisionRequired);
        }
    }

    internal sealed class Handler(IRegistrationDb db, Enclosures enclosures, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return db.ChangeCaseAsync(request.Number, request.Version, now, application =>
            {
                List<string> papers = [.. enclosures.WithForm(application.Type).Intersect(request.Papers)];
                return application.RegisterReceipt(request.ArrivedOn!.Value, request.Revision!.Value, papers, new Actor(actor.Name), now);
            }, cancellationToken);
        }
    }
}
