using Mapster;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑬ What a registrant sees of the submitted application: its number, its deadline and where it stands.</summary>
public static class ShowApplication
{
    /// <summary>The question.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    public sealed record Query(Guid LinkId) : IRequest<Result<View>>;

    /// <summary>The view.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Type">申込種類.</param>
    /// <param name="Revision">Which printing of the form counts.</param>
    /// <param name="SubmittedAt">When it was submitted.</param>
    /// <param name="FormExpiresAt">申込書の有効期限.</param>
    /// <param name="Address">Where the mails go.</param>
    /// <param name="State">Where it stands now.</param>
    public sealed record View(
        ApplicationNumber Number, ApplicationType Type, int Revision, DateTimeOffset SubmittedAt, DateTimeOffset FormExpiresAt, EmailAddress Address, ApplicationState State);

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var application = await db.ApplicationsOf(request.LinkId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (application is null) return new Error(RegistrationErrors.NotSubmitted);
            return application.Adapt<View>() with { State = application.StateAt(clock.Now()) };
        }
    }
}
