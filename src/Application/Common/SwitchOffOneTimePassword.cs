using FluentValidation;
using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>解除する: no code is asked any more, after entering the password once more.</summary>
public static class SwitchOffOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="Id">Who is logged in.</param>
    /// <param name="PasswordAgain">パスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid Id, string PasswordAgain, string Origin) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PasswordAgain).NotEmpty().WithErrorCode(CredentialErrors.PasswordRequired);
    }

    internal sealed class Handler(ICredentialDb db, OneTimeCodes codes, OwnPassword password, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var checkedPassword = await password.CheckAsync(request.Id, request.PasswordAgain, nameof(request.PasswordAgain), request.Origin, now, cancellationToken);
            if (!checkedPassword.Succeeded) return checkedPassword;
            if (await codes.FindAsync(request.Id, cancellationToken) is not { } owned) return new Error(OneTimePasswordErrors.NotInUse);
            var done = owned.SwitchOff(now);
            return done.Succeeded ? await db.SaveAsync(cancellationToken) : done;
        }
    }
}
