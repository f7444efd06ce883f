using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Staff;

/// <summary>パスワードを変更する: a member of staff chooses a password, at will or because the present one is an initial one.</summary>
public static class ChangeStaffPassword
{
    /// <summary>The request.</summary>
    /// <param name="MemberId">The member signed in.</param>
    /// <param name="Current">現在のパスワード as typed.</param>
    /// <param name="New">新しいパスワード as typed.</param>
    /// <param name="NewAgain">新しいパスワード(確認用) as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid MemberId, string Current, string New, string NewAgain, string Origin) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        /// <summary>Changed; every earlier session has ended, and a new one begins.</summary>
        /// <param name="SessionId">The new session.</param>
        public sealed record Changed(Guid SessionId) : Outcome;

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

    internal sealed class Handler(IStaffDb db, PasswordGuard guard, IPasswordHasher hasher, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var id = (await db.StaffMembers.AsNoTracking().SingleAsync(m => m.Id == request.MemberId, cancellationToken)).StaffId.Value;
            var broken = PasswordRules.Check(new(request.New, id, request.Current), nameof(request.New), request.NewAgain, nameof(request.NewAgain));
            if (broken.Count > 0) return Result<Outcome>.Refuse(broken);

            var reserved = await guard.ReserveAsync(StaffMembers.Audience, id, request.Origin, now, cancellationToken);
            if (reserved.RefusedUntil is { } until) return new Outcome.Paused(until);
            var member = await db.StaffMembers.SingleAsync(m => m.Id == request.MemberId, cancellationToken);
            if (!hasher.Fits(request.Current, member.Credential.PasswordHash))
            {
                await guard.RejectAsync(StaffMembers.Audience, id, now, cancellationToken);
                member.RefusePassword(now);
                await db.SaveAsync(cancellationToken);
                return reserved.PausedIfWrong is { } pause ? new Outcome.Paused(pause) : new Outcome.WrongPassword();
            }
            var chosen = Credential.Chosen(hasher.Hash(request.New), now);
            await guard.ConfirmAsync(StaffMembers.Audience, id, request.Origin, now, cancellationToken);
            var session = member.ChangePassword(chosen, now);
            db.StaffSessions.Add(session);
            await db.SaveAsync(cancellationToken);
            return new Outcome.Changed(session.Id);
        }
    }
}
