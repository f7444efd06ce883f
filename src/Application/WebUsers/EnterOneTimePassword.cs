using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>⑮, second half: the one-time password, or a recovery code, after the right password. Five wrong ones end the login; the password never pauses for them.</summary>
public static class EnterOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="HalfwayId">The login that waits.</param>
    /// <param name="Code">ワンタイムパスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    /// <param name="Browser">What the person looks through, in a few words.</param>
    public sealed record Command(Guid HalfwayId, string Code, string Origin, string Browser) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        /// <summary>A session begins.</summary>
        /// <param name="SessionId">The session.</param>
        public sealed record LoggedIn(Guid SessionId) : Outcome;

        /// <summary>Wrong, too old or already used; another may be tried.</summary>
        public sealed record Wrong : Outcome;

        /// <summary>Wrong too often: the login has ended, and no code is looked at until then.</summary>
        /// <param name="Until">End of the pause.</param>
        public sealed record Paused(DateTimeOffset Until) : Outcome;

        /// <summary>Nothing waits for a code any more; the password is asked again.</summary>
        public sealed record Over : Outcome;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty().WithErrorCode(OneTimePasswordErrors.CodeRequired);
    }

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (await FindAsync(request.HalfwayId, now, cancellationToken) is not var (_, waiting)) return new Outcome.Over();
            var answer = await codes.TryAsync(WebUserLookUp.Audience, waiting.UserId.Value, waiting.Id, request.Code, request.Origin, now, cancellationToken);
            // Looked at again after the count was committed: one login is one session, however many codes come at once.
            if (await FindAsync(request.HalfwayId, now, cancellationToken) is not var (halfway, user)) return new Outcome.Over();
            if (answer.Taken is null)
            {
                if (answer.PausedUntil is not { } until) return new Outcome.Wrong();
                halfway.End(now);
                await db.SaveAsync(cancellationToken);
                return new Outcome.Paused(until);
            }
            halfway.End(now);
            var session = await db.BeginSessionAsync(user, request.Browser, now, cancellationToken);
            await db.SaveAsync(cancellationToken);
            return new Outcome.LoggedIn(session.Id);
        }

        private async Task<(HalfwayLogIn Halfway, WebUser User)?> FindAsync(Guid halfwayId, DateTimeOffset now, CancellationToken ct)
        {
            if (await codes.FindWaitingAsync(halfwayId, now, ct) is not { } halfway) return null;
            var user = await db.WebUsers.SingleAsync(u => u.Id == halfway.OwnerId, ct);
            return user.State == WebUserState.Active && user.AccessVersion == halfway.AccessVersion && !await insuranceUsers.IsSuspendedAsync(user.InsuranceUserId, ct)
                ? (halfway, user)
                : null;
        }
    }
}
