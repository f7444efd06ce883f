using Mapster;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑬ What a registrant sees of the submitted application: its number, its deadline, where it stands and how it came there.</summary>
public static class ShowApplication
{
    /// <summary>The question.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    public sealed record Query(Guid LinkId) : IRequest<Result<View>>;

    /// <summary>The view.</summary>
    /// <param name="Version">Version of the case shown; posted back with a withdrawal.</param>
    /// <param name="Number">受付番号.</param>
    /// <param name="Type">申込種類.</param>
    /// <param name="Revision">Which printing of the form counts.</param>
    /// <param name="FormExpiresAt">申込書の有効期限.</param>
    /// <param name="Address">Where the mails go.</param>
    /// <param name="ExpiresAt">Until when the paper, the correction or the changed entry is waited for; null when nothing is.</param>
    /// <param name="State">Where it stands now.</param>
    /// <param name="CanPrintForm">Whether the form can be printed.</param>
    /// <param name="CanWithdraw">Whether the registrant can take it back.</param>
    /// <param name="Milestones">How it came there, oldest first.</param>
    public sealed record View(
        int Version, ApplicationNumber Number, ApplicationType Type, int Revision, DateTimeOffset FormExpiresAt, EmailAddress Address, DateTimeOffset? ExpiresAt,
        ApplicationState State, bool CanPrintForm, bool CanWithdraw, IReadOnlyList<Milestone> Milestones);

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var application = await db.ApplicationsOf(request.LinkId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (application is null) return new Error(RegistrationErrors.NotSubmitted);
            var now = clock.Now();
            return application.Adapt<View>() with
            {
                State = application.StateAt(now),
                CanPrintForm = application.CanPrintFormAt(now),
                CanWithdraw = application.VerbsFor(Performer.Registrant, now).Contains(ApplicationVerb.Withdraw),
                Milestones = Milestone.Of(application, now),
            };
        }
    }
}
