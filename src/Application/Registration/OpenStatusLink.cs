using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The button behind M20's URL: a session begins that shows the case (⑬) and opens none of the steps before it.</summary>
public static class OpenStatusLink
{
    /// <summary>The request.</summary>
    /// <param name="Token">Token of the URL.</param>
    public sealed record Command(string Token) : IRequest<Result<Opened>>;

    /// <summary>The session that began.</summary>
    /// <param name="SessionId">The session.</param>
    /// <param name="LinkId">The link the case was submitted with.</param>
    public sealed record Opened(Guid SessionId, Guid LinkId);

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result<Opened>>
    {
        public async Task<Result<Opened>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var link = await db.FindStatusLinkAsync(request.Token, cancellationToken);
            if (link?.IsLiveAt(now) != true) return new Error(RegistrationErrors.StatusLinkUnusable);
            var application = await db.Applications.SingleAsync(a => a.Id == link.ApplicationId, cancellationToken);
            var session = link.Open(application, now);
            db.Sessions.Add(session);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? new Opened(session.Id, session.LinkId) : Result<Opened>.Refuse(saved.Errors);
        }
    }
}
