using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>ログインする in the back office. A wrong password is a carried-out request, so that it counts; an unknown ID costs as much as a known one.</summary>
public static class SignInStaff
{
    /// <summary>The request.</summary>
    /// <param name="StaffId">職員ID as typed.</param>
    /// <param name="Password">パスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(string StaffId, string Password, string Origin) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        /// <summary>A session begins.</summary>
        /// <param name="SessionId">The session.</param>
        public sealed record SignedIn(Guid SessionId) : Outcome;

        /// <summary>The password is right; the one-time password is asked next (<see cref="EnterStaffOneTimePassword"/>).</summary>
        /// <param name="HalfwayId">The login that waits for it; it is no session.</param>
        public sealed record CodeAsked(Guid HalfwayId) : Outcome;

        /// <summary>Unknown ID, wrong password or suspended; which of them is not told.</summary>
        public sealed record Refused : Outcome;

        /// <summary>No password is looked at until then.</summary>
        /// <param name="Until">End of the pause.</param>
        public sealed record Paused(DateTimeOffset Until) : Outcome;

        /// <summary>The right initial password, too late.</summary>
        public sealed record Expired : Outcome;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.StaffId).NotEmpty().WithErrorCode(StaffErrors.IdRequired);
            RuleFor(c => c.Password).NotEmpty().WithErrorCode(CredentialErrors.PasswordRequired);
        }
    }

    internal sealed class Handler(IStaffDb db, PasswordGuard guard, OneTimeCodes codes, IPasswordHasher hasher, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var id = StaffId.Tidy(request.StaffId);
            var reserved = await guard.ReserveAsync(StaffMembers.Audience, id, request.Origin, now, cancellationToken);
            if (reserved.RefusedUntil is { } until) return new Outcome.Paused(until);

            var member = await db.FindAsync(id, cancellationToken);
            var fits = hasher.Fits(request.Password, member?.Credential.PasswordHash);
            if (member is null || !fits || member.IsSuspended)
                return await RefuseAsync(id, member, reserved.PausedIfWrong is { } pause ? new Outcome.Paused(pause) : new Outcome.Refused(), now, cancellationToken);
            if (member.Credential.HasExpiredAt(now)) return await RefuseAsync(id, member, new Outcome.Expired(), now, cancellationToken);

            if (hasher.IsOutdated(member.Credential.PasswordHash)) member.Rehash(hasher.Hash(request.Password));
            await guard.ConfirmAsync(StaffMembers.Audience, id, request.Origin, now, cancellationToken);
            if (await codes.FindAsync(member.Id, cancellationToken) is { InUse: not null } asked)
            {
                var halfway = codes.AskFor(asked, member.AccessVersion, null, now);
                await db.SaveAsync(cancellationToken);
                return new Outcome.CodeAsked(halfway.Id);
            }
            var session = member.SignIn(now);
            db.StaffSessions.Add(session);
            await db.SaveAsync(cancellationToken);
            return new Outcome.SignedIn(session.Id);
        }

        private async Task<Result<Outcome>> RefuseAsync(string id, StaffMember? member, Outcome outcome, DateTimeOffset now, CancellationToken ct)
        {
            await guard.RejectAsync(StaffMembers.Audience, id, now, ct);
            member?.RefusePassword(now);
            await db.SaveAsync(ct);
            return outcome;
        }
    }
}
