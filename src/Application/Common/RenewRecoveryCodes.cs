using FluentValidation;
using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>リカバリーコードを作り直す: ten new ones, after entering the password once more; the earlier ones are void.</summary>
public static class RenewRecoveryCodes
{
    /// <summary>The request.</summary>
    /// <param name="Id">Who is logged in.</param>
    /// <param name="PasswordAgain">パスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid Id, string PasswordAgain, string Origin) : IRequest<Result<RecoveryCodeSheet>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PasswordAgain).NotEmpty().WithErrorCode(CredentialErrors.PasswordRequired);
    }

    internal sealed class Handler(ICredentialDb db, OneTimeCodes codes, OwnPassword password, TimeProvider clock) : IRequestHandler<Command, Result<RecoveryCodeSheet>>
    {
        public async Task<Result<RecoveryCodeSheet>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var checkedPassword = await password.CheckAsync(request.Id, request.PasswordAgain, nameof(request.PasswordAgain), request.Origin, now, cancellationToken);
            if (!checkedPassword.Succeeded) return Result<RecoveryCodeSheet>.Refuse(checkedPassword.Errors);
            if (await codes.FindAsync(request.Id, cancellationToken) is not { InUse: not null } owned) return new Error(OneTimePasswordErrors.NotInUse);
            var (sheet, digests) = OneTimeCodes.NewRecoveryCodes(request.Id);
            owned.Renew(digests, now);
            await db.SaveAsync(cancellationToken);
            return sheet;
        }
    }
}
