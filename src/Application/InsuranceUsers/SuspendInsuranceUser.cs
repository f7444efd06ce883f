using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>停止する: staff stop an insurance user: it gets no more branches nor administrators, and none of its Web users can log in.</summary>
public static class SuspendInsuranceUser
{
    /// <summary>The request.</summary>
    /// <param name="Code">保険利用者コード.</param>
    /// <param name="Version">Version of the insurance user the page showed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string Code, int Version, string Reason) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsStaffText();
    }

    internal sealed class Handler(IInsuranceUsersDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.FindAsync(request.Code, cancellationToken) is not { } user) return new Error(InsuranceUserErrors.CodeUnknown);
            if (user.Version != request.Version) return new Error(InsuranceUserErrors.ChangedMeanwhile);
            var done = user.Suspend(StaffText.Tidy(request.Reason), new Actor(actor.Name), clock.Now());
            return done.Succeeded ? await db.SaveAsync(cancellationToken) : done;
        }
    }
}
