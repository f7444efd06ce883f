using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>⑯ パスワードを変更する: at will, or because the present one is an initial one.</summary>
public static class ChangeWebUserPassword
{
    /// <summary>The request.</summary>
    /// <param name="Id">The Web user logged in.</param>
    /// <param name="Current">現在のパスワード as typed.</param>
    /// <param name="New">新しいパスワード as typed.</param>
    /// <param name="NewAgain">新しいパスワード(確認用) as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    /// <param name="Browser">What the person looks through, in a few words.</param>
    public sealed record Command(Guid Id, string Current, string New, string NewAgain, string Origin, string Browser) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        /// <summary>Changed; every earlier session has ended, and a new one begins.</summary>
        /// <param name="SessionId">The new session.</param>
        /// <param name="SetsUpOneTimePassword">Whether a one-time password was wished for and is set up next.</param>
        public sealed record Changed(Guid SessionId, bool SetsUpOneTimePassword) : Outcome;

        /// <summary>The present password is wrong.</summary>
        public sealed record WrongPassword : Outcome;

        /// <summary>No password is looked at until then.</summary>
        /// <param name="Until">End of the pause.</param>
        public sealed record Paused(DateTimeOffset Until) : Outcome;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).NotEmpty().WithErrorCode(CredentialErrors.CurrentRequired);
            RuleFor(c => c.New).NotEmpty().WithErrorCode(CredentialErrors.NewRequired);
        }
    }

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, PasswordGuard guard, OneTimeCodes codes, IPasswordHasher hasher, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var asked = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == request.Id, cancellationToken);
            var id = asked.UserId.Value;
            var broken = PasswordRules.Check(await insuranceUsers.WishAsync(asked, request.New, request.Current, cancellationToken), nameof(request.New), request.NewAgain, nameof(request.NewAgain));
            if (broken.Count > 0) return Result<Outcome>.Refuse(broken);

            var reserved = await guard.ReserveAsync(WebUserLookUp.Audience, id, request.Origin, now, cancellationToken);
            if (reserved.RefusedUntil is { } until) return new Outcome.Paused(until);
            var user = await db.WebUsers.SingleAsync(u => u.Id == request.Id, cancellationToken);
            if (user.Credential is null) return new Error(WebUserErrors.SessionEnded);
            if (!hasher.Fits(request.Current, user.Credential.PasswordHash))
            {
                await guard.RejectAsync(WebUserLookUp.Audience, id, now, cancellationToken);
                user.RefusePassword(now);
                await db.SaveAsync(cancellationToken);
                return reserved.PausedIfWrong is { } pause ? new Outcome.Paused(pause) : new Outcome.WrongPassword();
            }
            var setsUp = user.WishesOneTimePassword && user.Credential.MustChange && await codes.FindAsync(user.Id, cancellationToken) is not { InUse: not null };
            var chosen = Credential.Chosen(hasher.Hash(request.New), now);
            await guard.ConfirmAsync(WebUserLookUp.Audience, id, request.Origin, now, cancellationToken);
            var session = user.ChangePassword(chosen, request.Browser, now);
            db.WebUserSessions.Add(session);
            await db.SaveAsync(cancellationToken);
            return new Outcome.Changed(session.Id, setsUp);
        }
    }
}
