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
        [Verb.Reopen] = (Performer.Clerk, [AwaitingPaper, InReview, AwaitingCorrection, Reopened], Reopened),
        [Verb.RequestApproval] = (Performer.Clerk, [InReview], AwaitingApproval),
        [Verb.SendBack] = (Performer.Approver, [AwaitingApproval], InReview),
        [Verb.Approve] = (Performer.Approver, [AwaitingApproval], Approved),
        [Verb.Decline] = (Performer.Approver, [InReview, AwaitingApproval], Declined),
        [Verb.RegisterDispatch] = (Performer.Clerk, [Approved], Completed),
        [Verb.RegisterReturn] = (Performer.Clerk, [Completed], Approved),
        [Verb.Expire] = (Performer.Clock, [Expired], Expired),
        [Verb.Revive] = (Performer.Clerk, [Expired], InReview),
    };

    private static readonly DateTimeOffset Never = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    // In no order: the database promises none.
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
    public EmailAddress Address { get; private set; } = null!;

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

    /// <summary>When the paper form is called to mind next (M07); null while none is waited for, and when there is nothing more to be said.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>Since when the case is dead: declined, withdrawn, or expired as was told; null otherwise.</summary>
    public DateTimeOffset? DeadSince { get; private set; }

    /// <summary>When what was known of persons was taken out; null before.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>The day the stamped form first arrived; the business-day clock starts on the next business day.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>
    /// What the work queue sorts by: the deadline of what is waited for; in the insurer's hands the day the paper arrived, moved on by the days
    /// the registrant was waited for since; a closed case comes last.
    /// </summary>
    public DateTimeOffset DueAt { get; private set; } = Never;

    /// <summary>What the case is found by.</summary>
    public SearchKeys Keys { get; private set; } = SearchKeys.None;

    /// <summary>Everything that was done, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History => [.. _history.OrderBy(entry => entry.Ordinal)];

    /// <summary>What its business-day clock is read from; null before the paper arrived.</summary>
    public ReviewTime? ReviewTime => ReviewTime.Of(ReceivedOn, History.Select(entry => (entry.Verb, entry.At, entry.On)));

    /// <summary>
    /// Its business-day clock; null when none runs: before the paper arrived, once the letter went out for the first time, and when the case is closed.
    /// </summary>
    public DispatchClock? ClockAt(DateTimeOffset now, RegistrationPolicy policy) =>
        ApplicationStates.Open.Contains(StateAt(now)) && ReviewTime is { DispatchedOn: null } time ? DispatchClock.At(time.ReceivedOn, time.Pauses, policy.DispatchBusinessDays, now) : null;

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
        var outdated = revision == Revision ? null : Error.At(nameof(revision), RegistrationErrors.RevisionOutdated, revision, Revision);
        var isFirst = ReceivedOn is null;
        return Do(Verb.RegisterReceipt, by, now, () =>
        {
            ReceivedOn ??= arrivedOn;
            return new PaperReceived(Case, isFirst, now);
        }, items: papers, on: arrivedOn, unless: outdated ?? WrongArrival(arrivedOn, now));
    }

    /// <summary>補正を依頼する: papers are missing or wrong (M08); waited for so many days, the business-day clock pausing.</summary>
    /// <param name="reasons">Keys of <see cref="CorrectionReasons"/>.</param>
    /// <param name="note">What else the registrant is to know.</param>
    /// <param name="policy">How long it is waited.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="now">The present instant.</param>
    public Result RequestCorrection(IReadOnlyList<string> reasons, string note, RegistrationPolicy policy, Actor by, DateTimeOffset now)
    {
        List<CorrectionReason> known = [.. CorrectionReasons.All.Where(reason => reasons.Contains(reason.Key))];
        var missing = known.Count == 0 ? Missing(nameof(reasons), note) : null;
        return Do(Verb.RequestCorrection, by, now, () =>
        {
            ExpiresAt = JapanTime.EndOfDayAfter(now, policy.CorrectionDays);
            return new CorrectionRequested(Case, known, note, ExpiresAt.Value, now);
        }, note, [.. known.Select(reason => reason.Key)], unless: missing);
    }

    /// <summary>手続き再開用URLを送る: what was entered may be changed with a link of its own (M04). Sent again, the time for changing begins anew.</summary>
    public Result Reopen(RegistrationLink resumeLink, string note, Actor by, DateTimeOffset now) =>
        Do(Verb.Reopen, by, now, () =>
        {
            ExpiresAt = resumeLink.ExpiresAt;
            return new ApplicationReopened(Case, now);
        }, note);

    /// <summary>承認を依頼する: the check list is complete, and what differs from the registered data is explained.</summary>
    /// <param name="checks">Keys of the points checked.</param>
    /// <param name="hasDifferences">Whether something typed differs from what is registered under the code named (B, C).</param>
    /// <param name="explanation">Why the differences are right.</param>
    /// <param name="by">The clerk, who may not approve it.</param>
    /// <param name="now">The present instant.</param>
    public Result RequestApproval(IReadOnlyCollection<string> checks, bool hasDifferences, string explanation, Actor by, DateTimeOffset now)
    {
        List<string> owed = [.. ReviewChecks.For(Type).Select(check => check.Key)];
        var incomplete = owed.All(checks.Contains) ? null : Error.At(nameof(checks), RegistrationErrors.ChecksIncomplete);
        var unexplained = hasDifferences ? Missing(nameof(explanation), explanation, RegistrationErrors.DifferencesUnexplained) : null;
        return Do(Verb.RequestApproval, by, now, () => new ApprovalRequested(Case, now), explanation, owed, unless: incomplete ?? unexplained);
    }

    /// <summary>差し戻す: back to the clerk, with a comment.</summary>
    public Result SendBack(string comment, Actor by, DateTimeOffset now) =>
        Do(Verb.SendBack, by, now, () => new ApplicationSentBack(Case, now), comment, unless: Missing(nameof(comment), comment));

    /// <summary>承認する: code and ID are issued in the same transaction. Never by the person who asked for it.</summary>
    public Result Approve(Actor by, DateTimeOffset now) =>
        Do(Verb.Approve, by, now, () => new ApplicationApproved(Case, Details, now), unless: MayBeApprovedBy(by) ? null : new Error(RegistrationErrors.SecondPersonNeeded));

    /// <summary>登録不可とする (M09).</summary>
    public Result Decline(string reason, Actor by, DateTimeOffset now) =>
        Do(Verb.Decline, by, now, () => new ApplicationDeclined(Case, reason, now), reason, unless: Missing(nameof(reason), reason));

    /// <summary>発送を登録する: the letter is on its way (M06).</summary>
    /// <param name="sentOn">Day it was posted: not before there was a letter to post.</param>
    /// <param name="trackingNumber">お問い合わせ番号 of the registered letter; may be empty.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="now">The present instant.</param>
    public Result RegisterDispatch(DateOnly sentOn, string trackingNumber, Actor by, DateTimeOffset now) =>
        Do(Verb.RegisterDispatch, by, now, () => new NoticeDispatched(Case, sentOn, trackingNumber, now), trackingNumber, on: sentOn,
            unless: WrongDay(nameof(sentOn), sentOn, LastChangedAt, now));

    /// <summary>返戻を登録する: the letter came back (M10), and another has to go out.</summary>
    public Result RegisterReturn(string note, Actor by, DateTimeOffset now) =>
        Do(Verb.RegisterReturn, by, now, () => new NoticeReturned(Case, now), note);

    /// <summary>The clock: asks whether the letter arrived, since nobody has logged in with it (M14). The case stays as it is.</summary>
    public void AskAfterNotice(DateOnly sentOn, string trackingNumber, DateTimeOffset usableUntil, DateTimeOffset now) =>
        Raise(new NoticeArrivalAsked(Case, sentOn, trackingNumber, usableUntil, now));

    /// <summary>The clock: tells once that a deadline has gone by (M12).</summary>
    public Result Expire(DateTimeOffset now)
    {
        if (State == Expired) return NotAllowed(now);
        var awaited = State;
        return Do(Verb.Expire, Actor.System, now, () => new ApplicationExpired(Case, awaited, ExpiresAt!.Value, now));
    }

    /// <summary>The clock: calls the paper form to mind that has not arrived (M07). What a downtime made late is said once.</summary>
    /// <returns>Whether there was anything to tell.</returns>
    public bool RemindOfPaper(RegistrationPolicy policy, DateTimeOffset now)
    {
        if (RemindAt is not { } due || now < due || StateAt(now) != AwaitingPaper) return false;
        RemindAt = NextReminder(policy, now);
        Raise(new PaperAwaited(Case, Revision, SubmittedAt, FormExpiresAt, now));
        return true;
    }

    /// <summary>The clock: takes out of a dead case what is known of persons: the entry, the address, and what staff wrote. What was done and when remains; nothing more can be done.</summary>
    public void Forget(DateTimeOffset now)
    {
        if (DeadSince is null) throw new InvalidOperationException("Only a dead case is forgotten.");
        (ForgottenAt, Details, Address, Keys) = (now, FieldValues.Empty, EmailAddress.Forgotten, SearchKeys.None);
        foreach (var entry in _history) entry.Forget();
        Raise(new ApplicationForgotten(Id, now));
    }

    /// <summary>期限切れを復活する: the paper arrived after all.</summary>
    public Result Revive(string reason, DateOnly arrivedOn, Actor by, DateTimeOffset now)
    {
        var isFirst = ReceivedOn is null;
        var revived = Do(Verb.Revive, by, now, () =>
        {
            ReceivedOn ??= arrivedOn;
            return new ApplicationRevived(Case, now);
        }, reason, on: arrivedOn, unless: Missing(nameof(reason), reason) ?? WrongArrival(arrivedOn, now));
        if (revived.Succeeded && isFirst) Raise(new PaperReceived(Case, IsFirst: true, now));
        return revived;
    }

    /// <summary>The state at an instant: a deadline that has gone by counts whether or not it has been told.</summary>
    public ApplicationState StateAt(DateTimeOffset now) =>
        ExpiresAt is { } deadline && JapanTime.IsPast(deadline, now) ? Expired : State;

    /// <summary>When it came to where it stands at an instant: by the last verb, or by the deadline that has gone by since.</summary>
    public DateTimeOffset ChangedAt(DateTimeOffset now) => StateAt(now) == Expired ? ExpiresAt!.Value : LastChangedAt;

    /// <summary>What one performer may do at an instant.</summary>
    public IEnumerable<Verb> VerbsFor(Performer who, DateTimeOffset now) =>
        Table.Where(row => row.Value.Who == who && Refuses(row.Key, now) is null).Select(row => row.Key);

    /// <summary>Whether the form of the present revision may be printed: not while it is being changed, and not once the case is closed.</summary>
    public bool CanPrintFormAt(DateTimeOffset now) => StateAt(now) is AwaitingPaper or InReview or AwaitingCorrection or AwaitingApproval or Approved;

    /// <summary>Whether the link still shows the case: while it lives and a while longer.</summary>
    public bool IsVisibleAt(DateTimeOffset now, RegistrationPolicy policy) =>
        ClosedAt(now) is not { } closed || now < closed.AddDays(policy.ClosedCaseVisibleDays);

    /// <summary>Who asked for approval last; that person may not give it.</summary>
    public Actor? ApprovalRequestedBy => History.LastOrDefault(entry => entry.Verb == Verb.RequestApproval)?.By;

    /// <summary>Whether somebody is another person than the one who asked for approval.</summary>
    public bool MayBeApprovedBy(Actor by) => by != ApprovalRequestedBy;

    /// <summary>Name of the company's representative with the title, as on the seal field of the form.</summary>
    public (string Title, string Name) Representative => (Details[ApplicationFields.RepresentativeTitle], Details[ApplicationFields.RepresentativeName]);

    /// <summary>保険利用者名(漢字), with the name of the branch.</summary>
    public string Company => $"{Details[ApplicationFields.CompanyName]}　{Details[ApplicationFields.BranchName]}".TrimEnd('　');

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

    private DateTimeOffset LastChangedAt => History[^1].At;

    private void Take(RegistrationLink link, ApplicationEntry entry, Consent consent, RegistrationPolicy policy, DateTimeOffset now)
    {
        if (entry.Errors.Count > 0) throw new InvalidOperationException("Only a complete entry can be submitted.");
        (Type, Details, Consent, SubmittedAt) = (entry.Type, entry.Tidied, consent, now);
        Keys = SearchKeys.Of(Type, Details, Address);
        Revision++;
        FormExpiresAt = JapanTime.EndOfDayAfter(now, policy.FormLifetimeDays);
        Write(Verb.Submit, Actor.Registrant(link.Id), now, () =>
        {
            ExpiresAt = FormExpiresAt;
            return new ApplicationSubmitted(Case, Revision, FormExpiresAt, now);
        });
        RemindAt = NextReminder(policy, now);
        link.Spend(this);
    }

    private DateTimeOffset? NextReminder(RegistrationPolicy policy, DateTimeOffset now)
    {
        var (submitted, last) = (JapanTime.DateAt(SubmittedAt), JapanTime.DateAt(FormExpiresAt));
        return ((DateOnly[])[submitted.AddDays(policy.PaperReminderDays), last.AddDays(-policy.FormReminderDays), last.AddDays(-policy.LastFormReminderDays)])
            .Select(JapanTime.StartOf).Where(at => at > now && at < FormExpiresAt).Select(at => (DateTimeOffset?)at).Min();
    }

    private Result Do(
        Verb verb, Actor by, DateTimeOffset now, Func<IDomainEvent> happens, string note = "", IReadOnlyList<string>? items = null, DateOnly? on = null, Error? unless = null)
    {
        // Where the case stands is said before what is wrong with the entry: somebody else may have been faster.
        if ((Refuses(verb, now) ?? unless) is { } refused) return refused;
        Write(verb, by, now, happens, note, items, on);
        return Result.Done;
    }

    private void Write(Verb verb, Actor by, DateTimeOffset now, Func<IDomainEvent> happens, string note = "", IReadOnlyList<string>? items = null, DateOnly? on = null)
    {
        State = Table[verb].To;
        if (verb != Verb.Expire) ExpiresAt = null;
        RemindAt = null;
        DeadSince = State is Declined or Withdrawn ? now : State is Expired ? ExpiresAt : null;
        _history.Add(HistoryEntry.Of(_history.Count + 1, verb, State, by, now, on, note, items ?? []));
        Raise(happens());
        DueAt = ApplicationStates.Waiting.Contains(State) ? ExpiresAt!.Value : ApplicationStates.InHand.Contains(State) ? ReviewTime!.CountsFrom : Never;
    }

    private Error? Refuses(Verb verb, DateTimeOffset now) => ForgottenAt is null && Table[verb].From.Contains(StateAt(now)) ? null : NotAllowed(now);

    private Error NotAllowed(DateTimeOffset now) => new(RegistrationErrors.NotInThisState) { Arguments = [StateAt(now)] };

    private static Error? Missing(string field, string text, string code = RegistrationErrors.ReasonRequired) => text.Length == 0 ? Error.At(field, code) : null;

    // A paper cannot arrive before what is printed on it was submitted.
    private Error? WrongArrival(DateOnly arrivedOn, DateTimeOffset now) => WrongDay(nameof(arrivedOn), arrivedOn, SubmittedAt, now);

    private static Error? WrongDay(string field, DateOnly day, DateTimeOffset possibleFrom, DateTimeOffset now) =>
        day > JapanTime.DateAt(now) ? Error.At(field, RegistrationErrors.DayInFuture)
        : day < JapanTime.DateAt(possibleFrom) ? Error.At(field, RegistrationErrors.DayTooEarly, JapanTime.LongDate(possibleFrom))
        : null;

    private DateTimeOffset? ClosedAt(DateTimeOffset now) => ApplicationStates.Closed.Contains(StateAt(now)) ? ChangedAt(now) : null;
}
