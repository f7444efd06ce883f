using FluentValidation;
using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>ワンタイムパスワードを設定する: somebody logged in chooses app or mail. Who has one already enters the password first, and keeps it until the new one's first code.</summary>
public static class PrepareOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="Id">Who is logged in.</param>
    /// <param name="Method">App or mail; null when none was chosen.</param>
    /// <param name="Password">パスワード as typed; asked only of those who have a one-time password.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid Id, CodeMethod? Method, string Password, string Origin) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Method).NotNull().WithErrorCode(OneTimePasswordErrors.MethodRequired);
    }

    internal sealed class Handler(ICredentialDb db, IEnumerable<IPasswordOwners> modules, OneTimeCodes codes, OwnPassword password, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (await codes.FindAsync(request.Id, cancellationToken) is { InUse: not null })
            {
                var checkedPassword = await password.CheckAsync(request.Id, request.Password, nameof(request.Password), request.Origin, now, cancellationToken);
                if (!checkedPassword.Succeeded) return checkedPassword;
            }
            var (owner, _) = await modules.FindAsync(request.Id, cancellationToken);
            if (request.Method == CodeMethod.Mail && owner.MailAddress is null) return Error.At(nameof(request.Method), OneTimePasswordErrors.MethodRequired);
            var prepared = await codes.PrepareAsync(request.Id, request.Method!.Value, owner.MailAddress, now, cancellationToken);
            return prepared.Succeeded ? await db.SaveAsync(cancellationToken) : prepared;
        }
    }
}
