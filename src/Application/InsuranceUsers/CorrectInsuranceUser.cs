using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Staff correct what is registered: a move, another name. The fields are those of step 2, with their rules; a letter not yet sent goes to the new address.</summary>
public static class CorrectInsuranceUser
{
    /// <summary>The request.</summary>
    /// <param name="Code">保険利用者コード.</param>
    /// <param name="Version">Version of the insurance user the page showed.</param>
    /// <param name="Typed">The values as typed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string Code, int Version, FieldValues Typed, string Reason) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsStaffText();
    }

    internal sealed class Handler(IInsuranceUsersDb db, IPrintableText printable, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.FindAsync(request.Code, cancellationToken) is not { } user) return new Error(InsuranceUserErrors.CodeUnknown);
            if (user.Version != request.Version) return new Error(InsuranceUserErrors.ChangedMeanwhile);
            var type = RegisteredFields.TypeOf(user.IsBranch);
            var entry = ApplicationEntry.Read(type, RegisteredFields.Correctable(type), request.Typed, printable);
            var reason = StaffText.Tidy(request.Reason);
            Error?[] refusals = [.. entry.Errors, InsuranceUser.RefusalOfReason(reason)];
            if (refusals.OfType<Error>().ToList() is { Count: > 0 } errors) return Result.Refuse(errors);

            var corrected = user.Correct(entry.Tidied.ToDetails(), reason, new Actor(actor.Name), clock.Now());
            return corrected.Succeeded ? await db.SaveAsync(cancellationToken) : corrected;
        }
    }
}
