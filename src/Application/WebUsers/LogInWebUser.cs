using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>⑮ ログインする. A wrong password is a carried-out request, so that it counts; an unknown ID costs as much as a known one.</summary>
public static class LogInWebUser
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID as typed.</param>
    /// <param name="Password">パスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    /// <param name="Browser">What the person looks through, in a few words.</param>
    public sealed record Command(string UserId, string Password, string Origin, string Browser) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        /// <summary>A session begins.</summary>
        /// <param name="SessionId">The session.</param>
        public sealed record LoggedIn(Guid SessionId) : Outcome;

        /// <summary>The password is right; the one-time password is asked next (<see cref="EnterOneTimePassword"/>).</summary>
        /// <param name="HalfwayId">The login that waits for it; it is no session.</param>
        public sealed record CodeAsked(Guid HalfwayId) : Outcome;

        /// <summary>Unknown ID, wrong password, suspended or ended; which of them is not told.</summary>
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
            RuleFor(c => c.UserId).NotEmpty().WithErrorCode(WebUserErrors.IdRequired);
            RuleFor(c => c.Password).NotEmpty().WithErrorCode(CredentialErrors.PasswordRequired);
        }
    }

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, PasswordGuard guard, OneTimeCodes codes, IPasswordHasher hasher, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            // However an ID is typed, its wrong passwords are counted together.
            var id = WebUserId.Read(request.UserId)?.Value ?? Tidying.HalfWidth(request.UserId).ToUpperInvariant();
            var reserved = await guard.ReserveAsync(WebUserLookUp.Audience, id, request.Origin, now, cancellationToken);
            if (reserved.RefusedUntil is { } until) return new Outcome.Paused(until);

            var user = await db.FindAsync(id, cancellationToken);
            var fits = hasher.Fits(request.Password, user?.Credential?.PasswordHash);
            // Asked only then: a wrong password takes as long for an ID that somebody has.
            var mayLogIn = fits && user is { State: WebUserState.Active, Credential: not null } && !await insuranceUsers.IsSuspendedAsync(user.InsuranceUserId, cancellationToken);
            if (!mayLogIn)
                return await RefuseAsync(id, user, reserved.PausedIfWrong is { } pause ? new Outcome.Paused(pause) : new Outcome.Refused(), now, cancellationToken);
            if (user!.Credential!.HasExpiredAt(now)) return await RefuseAsync(id, user, new Outcome.Expired(), now, cancellationToken);

            if (hasher.IsOutdated(user.Credential.PasswordHash)) user.Rehash(hasher.Hash(request.Password));
            await guard.ConfirmAsync(WebUserLookUp.Audience, id, request.Origin, now, cancellationToken);
            if (await codes.FindAsync(user.Id, cancellationToken) is { InUse: not null } asked)
            {
                var halfway = codes.AskFor(asked, user.AccessVersion, user.Details.MailAddress, now);
                await db.SaveAsync(cancellationToken);
                return new Outcome.CodeAsked(halfway.Id);
            }
            var session = await db.BeginSessionAsync(user, request.Browser, now, cancellationToken);
            await db.SaveAsync(cancellationToken);
            return new Outcome.LoggedIn(session.Id);
        }

        private async Task<Result<Outcome>> RefuseAsync(string id, WebUser? user, Outcome outcome, DateTimeOffset now, CancellationToken ct)
        {
            await guard.RejectAsync(WebUserLookUp.Audience, id, now, ct);
            user?.RefusePassword(now);
            await db.SaveAsync(ct);
            return outcome;
        }
    }
}
