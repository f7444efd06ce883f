using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>承認を依頼する: the clerk has gone through the check list; a second person decides.</summary>
public static class RequestApproval
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="Checks">Keys of the <see cref="ReviewChecks"/> ticked.</param>
    /// <param name="Explanation">Why what differs from the registered data is right, or anything else the approver should know.</param>
    public sealed record Command(ApplicationNumber Number, int Version, IReadOnlyList<string> Checks, string Explanation) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Explanation).IsStaffText();
    }

    internal sealed class Handler(IRegistrationDb db, IRegisteredUsers registered, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var opened = await db.OpenCaseAsync(request.Number, request.Version, now, cancellationToken);
            if (!opened.Succeeded) return opened;
            var application = opened.Value;
            var comparison = await registered.CompareAsync(application.Type, application.Details, cancellationToken);
            var asked = application.RequestApproval(request.Checks, comparison.HasDifferences, StaffText.Tidy(request.Explanation), new Actor(actor.Name), now);
            return asked.Succeeded ? await db.SaveAsync(cancellationToken) : asked;
        }
    }
}
