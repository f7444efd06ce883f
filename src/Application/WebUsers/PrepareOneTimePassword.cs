using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>ワンタイムパスワードを設定する: the Web user chooses app or mail. Who has one already enters the password first, and keeps it until the new one's first code.</summary>
public static class PrepareOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="Id">The Web user logged in.</param>
    /// <param name="Method">App or mail; null when none was chosen.</param>
    /// <param name="Password">パスワード as typed; asked only of those who have a one-time password.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid Id, CodeMethod? Method, string Password, string Origin) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Method).NotNull().WithErrorCode(OneTimePasswordErrors.MethodRequired);
    }

    internal sealed class Handler(IWebUsersDb db, OneTimeCodes codes, OwnPassword password, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (await codes.FindAsync(request.Id, cancellationToken) is { InUse: not null })
            {
                var checkedPassword = await password.CheckAsync(request.Id, request.Password, nameof(request.Password), request.Origin, now, cancellationToken);
                if (!checkedPassword.Succeeded) return checkedPassword;
            }
            var user = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == request.Id, cancellationToken);
            var prepared = await codes.PrepareAsync(user.Id, request.Method!.Value, user.Details.MailAddress, now, cancellationToken);
            return prepared.Succeeded ? await db.SaveAsync(cancellationToken) : prepared;
        }
    }
}
