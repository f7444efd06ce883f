using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>⑤ A 登録用URL was issued; the secrets live in this event and in the sealed mail only.</summary>
public sealed record RegistrationLinkIssued(Guid LinkId, EmailAddress Address, LinkToken Token, RegistrationPassword Password, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => LinkId;
}

/// <summary>A 手続き再開用URL was issued (M04), with what staff ask to change; the secrets live in this event and in the sealed mail only.</summary>
public sealed record ResumeLinkIssued(
    Guid LinkId, ApplicationNumber Number, EmailAddress Address, LinkToken Token, RegistrationPassword Password, string Note, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => LinkId;
}

/// <summary>⑧ The right password was entered.</summary>
public sealed record RegistrationLinkOpened(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑧ A wrong password was entered.</summary>
public sealed record RegistrationPasswordRefused(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑧ Too many wrong passwords: the link is void.</summary>
/// <param name="SubjectId">The link.</param>
/// <param name="Address">Where it was mailed to.</param>
/// <param name="IsResumeLink">Whether it was a 手続き再開用URL, which only staff can send anew.</param>
/// <param name="OccurredAt">When it became void.</param>
public sealed record RegistrationLinkVoided(Guid SubjectId, EmailAddress Address, bool IsResumeLink, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑥ 再送する: a newer link took the link's place.</summary>
public sealed record RegistrationLinkReplaced(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A link runs out in some days, and nothing was submitted with it (M03).</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Resumed">受付番号 of the application it lets the registrant change; null for a link of ⑤.</param>
/// <param name="Address">Where its first mail went.</param>
/// <param name="IssuedAt">When that mail went.</param>
/// <param name="ExpiresAt">The link's last second.</param>
/// <param name="OccurredAt">When the reminder fell due.</param>
public sealed record RegistrationLinkRunsOut(
    Guid LinkId, ApplicationNumber? Resumed, EmailAddress Address, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => LinkId;
}

/// <summary>The case an event tells of, as mails name it.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">受付番号.</param>
/// <param name="Type">申込種類.</param>
/// <param name="Address">The address of ⑤.</param>
public sealed record CaseReference(Guid ApplicationId, ApplicationNumber Number, ApplicationType Type, EmailAddress Address);

/// <summary>Something happened to an application.</summary>
/// <param name="Case">The application.</param>
/// <param name="OccurredAt">When it happened.</param>
public abstract record ApplicationEvent(CaseReference Case, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => Case.ApplicationId;
}

/// <summary>⑫ An application was submitted; its form can be printed from now on.</summary>
public sealed record ApplicationSubmitted(CaseReference Case, int Revision, DateTimeOffset FormExpiresAt, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>⑧b A URL to the case was asked for from the mailbox of ⑤ (M20); the secret lives in this event and in the sealed mail only.</summary>
public sealed record StatusLinkIssued(CaseReference Case, LinkToken Token, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The case was opened by M20's URL.</summary>
public sealed record StatusLinkOpened(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑬ The registrant took the application back.</summary>
public sealed record ApplicationWithdrawn(CaseReference Case, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The stamped form, or further papers, arrived.</summary>
public sealed record PaperReceived(CaseReference Case, bool IsFirst, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>Papers are to be corrected or added.</summary>
public sealed record CorrectionRequested(CaseReference Case, IReadOnlyList<CorrectionReason> Reasons, string Note, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>What was entered may be changed.</summary>
public sealed record ApplicationReopened(CaseReference Case, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>A clerk asked for approval.</summary>
public sealed record ApprovalRequested(CaseReference Case, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>An approver gave the case back to the clerk.</summary>
public sealed record ApplicationSentBack(CaseReference Case, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>A second person approved: codes and ID follow in the same transaction.</summary>
public sealed record ApplicationApproved(CaseReference Case, FieldValues Details, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The application was refused.</summary>
public sealed record ApplicationDeclined(CaseReference Case, string Reason, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The letter is on its way.</summary>
public sealed record NoticeDispatched(CaseReference Case, DateOnly SentOn, string TrackingNumber, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The letter went out some days ago, nobody has logged in, and the registrant is asked whether it arrived (M14).</summary>
/// <param name="Case">The application.</param>
/// <param name="SentOn">The day the letter was dispatched.</param>
/// <param name="TrackingNumber">お問い合わせ番号; empty when none was entered.</param>
/// <param name="UsableUntil">Last second of the initial password on it.</param>
/// <param name="OccurredAt">When it happened.</param>
public sealed record NoticeArrivalAsked(
    CaseReference Case, DateOnly SentOn, string TrackingNumber, DateTimeOffset UsableUntil, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The letter came back.</summary>
public sealed record NoticeReturned(CaseReference Case, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>The paper form of the revision submitted then has not arrived yet (M07).</summary>
public sealed record PaperAwaited(CaseReference Case, int Revision, DateTimeOffset SubmittedAt, DateTimeOffset FormExpiresAt, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>A deadline has gone by: that of the paper, of corrected papers, or of the changed entry, as the state says in which it was waited for.</summary>
public sealed record ApplicationExpired(CaseReference Case, ApplicationState Awaited, DateTimeOffset Deadline, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>What was known of persons was taken out of a dead case.</summary>
public sealed record ApplicationForgotten(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>An expired application is under review after all: its paper arrived late.</summary>
public sealed record ApplicationRevived(CaseReference Case, DateTimeOffset OccurredAt) : ApplicationEvent(Case, OccurredAt);

/// <summary>Staff wrote a note to a case.</summary>
public sealed record CaseNoteAdded(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
