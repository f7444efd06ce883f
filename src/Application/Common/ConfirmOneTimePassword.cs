using FluentValidation;
using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>The first code of what is being set up: from then on a code is asked at every login. Yields the recovery codes, to be shown once.</summary>
public static class ConfirmOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="Id">Who is logged in.</param>
    /// <param name="Code">ワンタイムパスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid Id, string Code, string Origin) : IRequest<Result<RecoveryCodeSheet>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty().WithErrorCode(OneTimePasswordErrors.CodeRequired);
    }

    internal sealed class Handler(ICredentialDb db, IEnumerable<IPasswordOwners> modules, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result<RecoveryCodeSheet>>
    {
        public async Task<Result<RecoveryCodeSheet>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (await codes.FindAsync(request.Id, cancellationToken) is not { Pending: not null }) return new Error(OneTimePasswordErrors.NothingPending);
            var (owner, _) = await modules.FindAsync(request.Id, cancellationToken);
            var answer = await codes.TryPendingAsync(owner.Audience, owner.Id, request.Id, request.Code, request.Origin, now, cancellationToken);
            if (answer.Taken is not { } owned) return answer.RefusalAt(nameof(request.Code));

            var (sheet, digests) = OneTimeCodes.NewRecoveryCodes(request.Id);
            owned.PutInUse(digests, now);
            await db.SaveAsync(cancellationToken);
            return sheet;
        }
    }
}
