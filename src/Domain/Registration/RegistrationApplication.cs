using System.Security.Cryptography;
using System.Text;
using NexiPortal.Domain.Common;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Domain.Registration;

/// <summary>The registrant's agreement to the terms of the Web service (⑫).</summary>
/// <param name="TermsVersion">Version of the terms shown.</param>
/// <param name="AgreedAt">When the box was ticked and sent.</param>
public sealed record Consent(string TermsVersion, DateTimeOffset AgreedAt)
{
    /// <summary>Longest version of the terms that is kept.</summary>
    public const int MaxVersionLength = 20;
}

/// <summary>申込: a submitted application, from ⑫ to the letter. Its values are tidied and checked.</summary>
public sealed class RegistrationApplication : AggregateRoot
{
    // Who may do what, from which states, and where it leads. Everything that asks what is allowed reads this table.
    private static readonly Dictionary<Verb, (Performer Who, ApplicationState[] From, ApplicationState To)> Table = new()
    {
        [Verb.Submit] = (Performer.Registrant, [Reopened], AwaitingPaper),
        [Verb.Withdraw] = (Performer.Registrant, [AwaitingPaper, Reopened], Withdrawn),
        [Verb.RegisterReceipt] = (Performer.Clerk, [AwaitingPaper, AwaitingCorrection], InReview),
        [Verb.RequestCorrection] = (Performer.Clerk, [InReview], AwaitingCorrection),
        [Verb.Reopen] = (Performer.Clerk, [AwaitingPaper, InReview, AwaitingCorrection], Reopened),
        [Verb.RequestApproval] = (Performer.Clerk, [InReview], AwaitingApproval),
        [Verb.SendBack] = (Performer.Approver, [AwaitingApproval], InReview),
        [Verb.Approve] = (Performer.Approver, [AwaitingApproval], Approved),
        [Verb.Decline] = (Performer.Approver, [InReview, AwaitingApproval], Declined),
        [Verb.RegisterDispatch] = (Performer.Clerk, [Approved], Completed),
        [Verb.RegisterReturn] = (Performer.Clerk, [Completed], Approved),
        [Verb.Expire] = (Performer.Clock, [Expired], Expired),
        [Verb.Revive] = (Performer.Clerk, [Expired], InReview),
    };

    private readonly List<HistoryEntry> _history = [];

    private RegistrationApplication()
    {
    }

    /// <summary>受付番号.</summary>
    public ApplicationNumber Number { get; private init; } = null!;

    /// <summary>The link it was first entered with; one application a link.</summary>
    public Guid LinkId { get; private init; }

    /// <summary>申込種類.</summary>
    public ApplicationType Type { get; private set; }

    /// <summary>Where the mails about the procedure go: the address of ⑤.</summary>
    public EmailAddress Address { get; private init; } = null!;

    /// <summary>What was entered in step 2, tidied.</summary>
    public FieldValues Details { get; private set; } = FieldValues.Empty;

    /// <summary>Which printing of the form counts: 1 for the first submission.</summary>
    public int Revision { get; private set; }

    /// <summary>The agreement to the terms.</summary>
    public Consent Consent { get; private set; } = null!;

    /// <summary>When the present revision was submitted (⑫).</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>申込書の有効期限: the paper must have arrived by this last second (必着).</summary>
    public DateTimeOffset FormExpiresAt { get; private set; }

    /// <summary>Where it stood after the last verb; <see cref="StateAt"/> says where it stands now.</summary>
    public ApplicationState State { get; private set; }

    /// <summary>The last second of what is being waited for (paper, correction, changed entry); null when nothing is.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>The day the stamped form first arrived; the business-day clock starts on the next business day.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>Everything that was done, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History => [.. _history.OrderBy(entry => entry.Ordinal)]; // A database keeps rows in any order.

    /// <summary>⑫: turns a checked entry into an application.</summary>
    public static RegistrationApplication Submit(
        RegistrationLink link, ApplicationEntry entry, ApplicationNumber number, Consent consent, RegistrationPolicy policy, DateTimeOffset now)
    {
        var application = new RegistrationApplication { Number = number, LinkId = link.Id, Address = link.Address! };
        application.Take(link, entry, consent, policy, now);
        return application;
    }

    /// <summary>⑫ after reopening: the changed entry becomes the next revision; an earlier print is void.</summary>
    public Result SubmitAgain(RegistrationLink link, ApplicationEntry entry, Consent consent, RegistrationPolicy policy, DateTimeOffset now)
    {
        if (Refuses(Verb.Submit, now) is { } refused) return refused;
        Take(link, entry, consent, policy, now);
        return Result.Done;
    }

    /// <summary>⑬ 取り下げる.</summary>
    public Result Withdraw(Actor by, DateTimeOffset now) =>
        Do(Verb.Withdraw, by, now, () => new ApplicationWithdrawn(Case, now));

    /// <summary>申込書の到着を登録する: the stamped form, or further papers, arrived.</summary>
    /// <param name="arrivedOn">Day of arrival.</param>
    /// <param name="revision">Revision printed on the form.</param>
    /// <param name="papers">The papers in the envelope.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="now">The present instant.</param>
    public Result RegisterReceipt(DateOnly arrivedOn, int revision, IReadOnlyList<string> papers, Actor by, DateTimeOffset now)
    {
        if (revision != Revision) return Error.At(nameof(revision), RegistrationErrors.RevisionOutdated, revision, Revision);
        if (arrivedOn > JapanTime.DateAt(now)) return Error.At(nameof(arrivedOn), RegistrationErrors.DayInFuture);
        var isFirst = ReceivedOn is null;
        return Do(Verb.RegisterReceipt, by, now, () =>
        {
            ReceivedOn ??= arrivedOn;
            return new PaperReceived(Case, isFirst, now);
        }, JapanTime.LongDate(arrivedOn), papers);
    }

    /// <summary>補正を依頼する: papers are missing or wrong (M08); waited for so many days, the business-day clock pausing.</summary>
    public Result RequestCorrection(IReadOnlyList<string> reasons, string note, RegistrationPolicy policy, Actor by, DateTimeOffset now)
    {
        if (reasons.Count == 0 && note.Length == 0) return Error.At(nameof(reasons), RegistrationErrors.ReasonRequired);
        return Do(Verb.RequestCorrection, by, now, () =>
        {
            ExpiresAt = JapanTime.EndOfDayAfter(now, policy.CorrectionDays);
            return new CorrectionRequested(Case, [.. reasons.Select(CorrectionReasons.Find).OfType<CorrectionReason>()], note, ExpiresAt.Value, now);
        }, note, reasons);
    }

    /// <summary>手続き再開用URLを送る: what was entered may be changed with a link of its own (M04).</summary>
    public Result Reopen(RegistrationLink resumeLink, string note, Actor by, DateTimeOffset now) =>
        Do(Verb.Reopen, by, now, () =>
        {
            ExpiresAt = resumeLink.ExpiresAt;
            return new ApplicationReopened(Case, now);
        }, note);

    /// <summary>A new 手続き再開用URL in place of the one sent: the time for changing begins anew.</summary>
    public Result RenewReopening(RegistrationLink resumeLink, DateTimeOffset now)
    {
        if (StateAt(now) != Reopened) return NotAllowed(now);
        ExpiresAt = resumeLink.ExpiresAt;
        return Result.Done;
    }

    /// <summary>承認を依頼する: the check list is complete, and what differs from the registered data is explained.</summary>
    /// <param name="checks">Keys of the points checked.</param>
    /// <param name="hasDifferences">Whether something typed differs from what is registered under the code named (B, C).</param>
    /// <param name="explanation">Why the differences are right.</param>
    /// <param name="by">The clerk, who may not approve it.</param>
    /// <param name="now">The present instant.</param>
    public Result RequestApproval(IReadOnlyCollection<string> checks, bool hasDifferences, string explanation, Actor by, DateTimeOffset now)
    {
        if (!ReviewChecks.For(Type).All(check => checks.Contains(check.Key))) return Error.At(nameof(checks), RegistrationErrors.ChecksIncomplete);
        if (hasDifferences && explanation.Length == 0) return Error.At(nameof(explanation), RegistrationErrors.DifferencesUnexplained);
        return Do(Verb.RequestApproval, by, now, () => new ApprovalRequested(Case, now), explanation, [.. checks]);
    }

    /// <summary>差し戻す: back to the clerk, with a comment.</summary>
    public Result SendBack(string comment, Actor by, DateTimeOffset now) =>
        comment.Length == 0 ? Error.At(nameof(comment), RegistrationErrors.ReasonRequired) : Do(Verb.SendBack, by, now, () => new ApplicationSentBack(Case, now), comment);

    /// <summary>承認する: code and ID are issued in the same transaction. Never by the person who asked for it.</summary>
    public Result Approve(Actor by, DateTimeOffset now)
    {
        if (by == ApprovalRequestedBy) return new Error(RegistrationErrors.SecondPersonNeeded);
        return Do(Verb.Approve, by, now, () => new ApplicationApproved(Case, Details, now));
    }

    /// <summary>登録不可とする (M09).</summary>
    public Result Decline(string reason, Actor by, DateTimeOffset now) =>
        reason.Length == 0 ? Error.At(nameof(reason), RegistrationErrors.ReasonRequired) : Do(Verb.Decline, by, now, () => new ApplicationDeclined(Case, reason, now), reason);

    /// <summary>発送を登録する: the letter is on its way (M06).</summary>
    public Result RegisterDispatch(DateOnly sentOn, string trackingNumber, Actor by, DateTimeOffset now) =>
        sentOn > JapanTime.DateAt(now)
            ? Error.At(nameof(sentOn), RegistrationErrors.DayInFuture)
            : Do(Verb.RegisterDispatch, by, now, () => new NoticeDispatched(Case, sentOn, now), trackingNumber.Length == 0 ? JapanTime.LongDate(sentOn) : $"{JapanTime.LongDate(sentOn)} {trackingNumber}");

    /// <summary>返戻を登録する: the letter came back (M10), and another has to go out.</summary>
    public Result RegisterReturn(string note, Actor by, DateTimeOffset now) =>
        Do(Verb.RegisterReturn, by, now, () => new NoticeReturned(Case, now), note);

    /// <summary>The clock: tells once that a deadline has gone by (M12).</summary>
    public Result Expire(DateTimeOffset now)
    {
        if (State == Expired) return NotAllowed(now);
        var awaited = State;
        return Do(Verb.Expire, Actor.System, now, () => new ApplicationExpired(Case, awaited, ExpiresAt!.Value, now));
    }

    /// <summary>期限切れを復活する: the paper arrived after all.</summary>
    public Result Revive(string reason, DateOnly arrivedOn, Actor by, DateTimeOffset now)
    {
        if (reason.Length == 0) return Error.At(nameof(reason), RegistrationErrors.ReasonRequired);
        if (arrivedOn > JapanTime.DateAt(now)) return Error.At(nameof(arrivedOn), RegistrationErrors.DayInFuture);
        var revived = Do(Verb.Revive, by, now, () => new ApplicationRevived(Case, now), reason);
        if (!revived.Succeeded || ReceivedOn is not null) return revived;
        ReceivedOn = arrivedOn;
        Raise(new PaperReceived(Case, IsFirst: true, now));
        return revived;
    }

    /// <summary>The state at an instant: a deadline that has gone by counts whether or not it has been told.</summary>
    public ApplicationState StateAt(DateTimeOffset now) =>
        ExpiresAt is { } deadline && JapanTime.IsPast(deadline, now) ? Expired : State;

    /// <summary>What one performer may do at an instant.</summary>
    public IEnumerable<Verb> VerbsFor(Performer who, DateTimeOffset now) =>
        Table.Where(row => row.Value.Who == who && row.Value.From.Contains(StateAt(now))).Select(row => row.Key);

    /// <summary>Whether the form of the present revision may be printed: not while it is being changed, and not once the case is closed.</summary>
    public bool CanPrintFormAt(DateTimeOffset now) => StateAt(now) is AwaitingPaper or InReview or AwaitingCorrection or AwaitingApproval or Approved;

    /// <summary>Whether the link still shows the case: while it lives and a while longer.</summary>
    public bool IsVisibleAt(DateTimeOffset now, RegistrationPolicy policy) =>
        ClosedAt(now) is not { } closed || now < closed.AddDays(policy.ClosedCaseVisibleDays);

    /// <summary>Who asked for approval last; that person may not give it.</summary>
    public Actor? ApprovalRequestedBy => History.LastOrDefault(entry => entry.Verb == Verb.RequestApproval)?.By;

    /// <summary>Name of the company's representative with the title, as on the seal field of the form.</summary>
    public (string Title, string Name) Representative => (Details[ApplicationFields.RepresentativeTitle], Details[ApplicationFields.RepresentativeName]);

    /// <summary>
    /// What the form's QR code says: 受付番号/revision/check value. The check value ties the paper to exactly these values, so that an older or altered print is noticed.
    /// </summary>
    public string FormCode
    {
        get
        {
            var content = new StringBuilder().Append(Number).Append('/').Append(Revision).Append('/').Append(Type);
            foreach (var (key, value) in Details.Filled) content.Append('\n').Append(key).Append('=').Append(value);
            var check = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())), 0, 4);
            return $"{Number}/{Revision}/{check}";
        }
    }

    /// <summary>The case as events name it.</summary>
    internal CaseReference Case => new(Id, Number, Type, Address);

    private void Take(RegistrationLink link, ApplicationEntry entry, Consent consent, RegistrationPolicy policy, DateTimeOffset now)
    {
        if (entry.Errors.Count > 0) throw new InvalidOperationException("Only a complete entry can be submitted.");
        (Type, Details, Consent, SubmittedAt) = (entry.Type, entry.Tidied, consent, now);
        Revision++;
        FormExpiresAt = JapanTime.EndOfDayAfter(now, policy.FormLifetimeDays);
        Note(Verb.Submit, Actor.Registrant(link.Id), now, "", []);
        ExpiresAt = FormExpiresAt;
        link.Spend(this);
        Raise(new ApplicationSubmitted(Case, Revision, FormExpiresAt, now));
    }

    private Result Do(Verb verb, Actor by, DateTimeOffset now, Func<IDomainEvent> happens, string note = "", IReadOnlyList<string>? items = null)
    {
        if (Refuses(verb, now) is { } refused) return refused;
        Note(verb, by, now, note, items ?? []);
        Raise(happens());
        return Result.Done;
    }

    private void Note(Verb verb, Actor by, DateTimeOffset now, string note, IReadOnlyList<string> items)
    {
        State = Table[verb].To;
        if (verb != Verb.Expire) ExpiresAt = null;
        _history.Add(HistoryEntry.Of(_history.Count + 1, verb, State, by, now, note, items));
    }

    private Error? Refuses(Verb verb, DateTimeOffset now) => Table[verb].From.Contains(StateAt(now)) ? null : NotAllowed(now);

    private Error NotAllowed(DateTimeOffset now) => new(RegistrationErrors.NotInThisState) { Arguments = [StateAt(now)] };

    private DateTimeOffset? ClosedAt(DateTimeOffset now) => StateAt(now) switch
    {
        Expired => ExpiresAt,
        Completed or Declined or Withdrawn => History[^1].At,
        _ => null,
    };
}
