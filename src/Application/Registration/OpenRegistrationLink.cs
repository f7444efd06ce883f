using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑧ 認証する: the registrant enters the 登録用パスワード of the mail. A wrong one is a carried-out request, so that it counts.</summary>
public static class OpenRegistrationLink
{
    /// <summary>The request.</summary>
    /// <param name="Token">Token of the URL.</param>
    /// <param name="Password">登録用パスワード as typed.</param>
    public sealed record Command(string Token, string Password) : IRequest<Result<Outcome>>;

    /// <summary>What a link leads to.</summary>
    public enum Destination
    {
        /// <summary>⑨: an application is begun, or a saved one resumed.</summary>
        Choice,

        /// <summary>⑩: an application is reopened, everything filled in (手続き再開用URL).</summary>
        Entry,

        /// <summary>⑬: the application was submitted.</summary>
        Case,
    }

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        /// <summary>The right password: a session begins.</summary>
        /// <param name="SessionId">The session.</param>
        /// <param name="LinkId">The link.</param>
        /// <param name="LeadsTo">Where the registrant goes on.</param>
        public sealed record Opened(Guid SessionId, Guid LinkId, Destination LeadsTo) : Outcome;

        /// <summary>A wrong password.</summary>
        public sealed record WrongPassword : Outcome;

        /// <summary>No password is looked at until then.</summary>
        /// <param name="Until">End of the pause.</param>
        public sealed record Paused(DateTimeOffset Until) : Outcome;

        /// <summary>The link cannot be used (any more).</summary>
        /// <param name="Standing">Why; null for a link nobody knows.</param>
        public sealed record Unusable(LinkStanding? Standing) : Outcome;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).NotEmpty().WithErrorCode(RegistrationErrors.PasswordRequired);
    }

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        private const string Audience = "registrant";

        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var token = LinkToken.Read(request.Token);
            var link = token is null ? null : await db.FindLinkAsync(token, cancellationToken);
            if (link is null) return new Outcome.Unusable(null);
            if (!await db.CanBeOpenedAsync(link, policy, now, cancellationToken)) return new Outcome.Unusable(link.UnusableStandingAt(now));

            if (!link.ReserveAttempt(policy, now))
            {
                Signals.Paused(Audience);
                return new Outcome.Paused(link.PausedUntil!.Value);
            }
            await db.SaveAsync(cancellationToken);
            return link.Fits(token!, request.Password) ? await Open(link, now, cancellationToken) : await Refuse(link, now, cancellationToken);
        }

        private async Task<Result<Outcome>> Open(RegistrationLink link, DateTimeOffset now, CancellationToken ct)
        {
            link.ConfirmAttempt(now);
            var session = RegistrantSession.Start(link, now);
            db.Sessions.Add(session);
            var leadsTo = link.StandingAt(now) == LinkStanding.Submitted ? Destination.Case : link.Resumes is null ? Destination.Choice : Destination.Entry;
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.LinkId == link.Id, ct);
            if (draft is null) db.Drafts.Add(Draft.Of(link));
            else if (leadsTo == Destination.Entry) draft.Resume();
            else draft.DiscardUnsaved();
            await db.SaveAsync(ct);
            return new Outcome.Opened(session.Id, link.Id, leadsTo);
        }

        private async Task<Result<Outcome>> Refuse(RegistrationLink link, DateTimeOffset now, CancellationToken ct)
        {
            link.RejectAttempt(policy, now);
            await db.SaveAsync(ct);
            Signals.Wrong(Audience);
            return link.StandingAt(now) == LinkStanding.Void ? new Outcome.Unusable(LinkStanding.Void)
                : link.IsPausedAt(now) ? new Outcome.Paused(link.PausedUntil!.Value)
                : new Outcome.WrongPassword();
        }
    }
}
