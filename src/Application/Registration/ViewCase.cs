using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Everything the page of a case shows staff: what was entered, what was done by whom, what may be done next, and which other cases look alike. That it was looked at goes to the audit trail.</summary>
public static class ViewCase
{
    /// <summary>The question.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Performers">What whoever looks may act as.</param>
    public sealed record Query(ApplicationNumber Number, IReadOnlyCollection<Performer> Performers) : IRequest<Result<View>>;

    /// <summary>The case.</summary>
    public sealed record View
    {
        /// <summary>Identity of the application.</summary>
        public required Guid Id { get; init; }

        /// <summary>The day in Japan on which it is looked at.</summary>
        public required DateOnly Today { get; init; }

        /// <summary>受付番号.</summary>
        public required ApplicationNumber Number { get; init; }

        /// <summary>Version shown; posted back with every verb.</summary>
        public required int Version { get; init; }

        /// <summary>申込種類.</summary>
        public required ApplicationType Type { get; init; }

        /// <summary>Where it stands now.</summary>
        public required ApplicationState State { get; init; }

        /// <summary>保険利用者名(漢字), with the name of the branch.</summary>
        public required string Company { get; init; }

        /// <summary>When what was known of persons was taken out; null before.</summary>
        public required DateTimeOffset? ForgottenAt { get; init; }

        /// <summary>Whether it is still to be approved or declined, so that what the register says of it matters.</summary>
        public bool IsUndecided => State is not (ApplicationState.Approved or ApplicationState.Completed or ApplicationState.Declined or ApplicationState.Withdrawn);

        /// <summary>Which revision of the form counts.</summary>
        public required int Revision { get; init; }

        /// <summary>The address of ⑤, where the mails go.</summary>
        public required EmailAddress Address { get; init; }

        /// <summary>When the present revision was submitted.</summary>
        public required DateTimeOffset SubmittedAt { get; init; }

        /// <summary>申込書の有効期限.</summary>
        public required DateTimeOffset FormExpiresAt { get; init; }

        /// <summary>Deadline of what is waited for; null when nothing is.</summary>
        public required DateTimeOffset? ExpiresAt { get; init; }

        /// <summary>What the business-day clock is read from; null before the paper arrived.</summary>
        public required ReviewTime? ReviewTime { get; init; }

        /// <summary>Its business-day clock; null when none runs.</summary>
        public required DispatchClock? Clock { get; init; }

        /// <summary>The agreement to the terms.</summary>
        public required Consent Consent { get; init; }

        /// <summary>What was entered, in the form's order.</summary>
        public required IReadOnlyList<EntryRow> Rows { get; init; }

        /// <summary>Everything that was done, oldest first.</summary>
        public required IReadOnlyList<HistoryEntry> History { get; init; }

        /// <summary>氏名 of the members of staff who acted on the case or noted something, as far as known.</summary>
        public required IReadOnlyDictionary<Actor, string> StaffNames { get; init; }

        /// <summary>What whoever looks may do now.</summary>
        public required IReadOnlyList<ApplicationVerb> Verbs { get; init; }

        /// <summary>Whether whoever looks could approve, had somebody else asked for it.</summary>
        public required bool NeedsSecondPerson { get; init; }

        /// <summary>Who asked for approval last, and may not give it; null when nobody did.</summary>
        public required Actor? ApprovalRequestedBy { get; init; }

        /// <summary>The papers that have to be in the envelope.</summary>
        public required IReadOnlyList<string> Papers { get; init; }

        /// <summary>The check list before approval is asked for.</summary>
        public required IReadOnlyList<ReviewCheck> Checks { get; init; }

        /// <summary>The notes of staff, oldest first.</summary>
        public required IReadOnlyList<CaseNote> Notes { get; init; }

        /// <summary>Other open cases that look like this one.</summary>
        public required IReadOnlyList<Duplicate> Duplicates { get; init; }
    }

    internal sealed class Handler(IRegistrationDb db, IStaffNames staff, IAuditTrail trail, ICurrentActor actor, RegistrationPolicy policy, Enclosures enclosures, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == request.Number, cancellationToken);
            if (application is null) return new Error(RegistrationErrors.CaseUnknown);
            await trail.RecordAsync(Looks.Case, application.Id, now, cancellationToken);
            var verbs = request.Performers.SelectMany(who => application.VerbsFor(who, now)).ToList();
            var needsSecondPerson = verbs.Contains(ApplicationVerb.Approve) && !application.MayBeApprovedBy(new Actor(actor.Name));
            if (needsSecondPerson) verbs.Remove(ApplicationVerb.Approve);
            var notes = await db.CaseNotes.AsNoTracking().Where(n => n.ApplicationId == application.Id).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(cancellationToken);
            return new View
            {
                Id = application.Id,
                Today = JapanTime.DateAt(now),
                Number = application.Number,
                Version = application.Version,
                Type = application.Type,
                State = application.StateAt(now),
                Company = application.Company,
                Revision = application.Revision,
                Address = application.Address,
                ForgottenAt = application.ForgottenAt,
                SubmittedAt = application.SubmittedAt,
                FormExpiresAt = application.FormExpiresAt,
                ExpiresAt = application.ExpiresAt,
                ReviewTime = application.ReviewTime,
                Clock = application.ClockAt(now, policy),
                Consent = application.Consent,
                Rows = ApplicationEntry.Rows(application.Type, application.Details),
                History = application.History,
                StaffNames = await staff.OfAsync([.. application.History.Select(entry => entry.By), .. notes.Select(note => note.By)], cancellationToken),
                Verbs = [.. verbs.Order()],
                NeedsSecondPerson = needsSecondPerson,
                ApprovalRequestedBy = application.ApprovalRequestedBy,
                Papers = enclosures.WithForm(application.Type),
                Checks = ReviewChecks.For(application.Type),
                Notes = notes,
                Duplicates = await db.DuplicatesOfAsync(application, now, cancellationToken),
            };
        }
    }
}
