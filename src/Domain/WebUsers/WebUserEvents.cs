using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.WebUsers;

/// <summary>A person got a WebユーザーID.</summary>
public sealed record WebUserRegistered(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>停止する (M18).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="MailAddress">Where the person is told of it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WebUserSuspended(Guid SubjectId, WebUserId UserId, EmailAddress MailAddress, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>再開する (M18).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="MailAddress">Where the person is told of it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WebUserResumed(Guid SubjectId, WebUserId UserId, EmailAddress MailAddress, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A WebユーザーID ended for good (M18).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="MailAddress">Where the person is told of it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WebUserEnded(Guid SubjectId, WebUserId UserId, EmailAddress MailAddress, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>変更する: what is registered of a person changed (M21 where the mail address did).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="FormerMailAddress">The mail address before.</param>
/// <param name="MailAddress">The mail address now.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WebUserCorrected(Guid SubjectId, WebUserId UserId, EmailAddress FormerMailAddress, EmailAddress MailAddress, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>パスワードを初期化する: the password of an applicant counts no more.</summary>
public sealed record WebUserPasswordVoided(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A link to set a password was issued (M17, M18).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="MailAddress">Where it goes.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Token">The secret part of its URL.</param>
/// <param name="ExpiresAt">From when on it sets nothing.</param>
/// <param name="OccurredAt">When.</param>
public sealed record PasswordLinkIssued(
    Guid SubjectId, WebUserId UserId, EmailAddress MailAddress, PasswordLinkPurpose Purpose, LinkToken Token, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>ロックを解除する: staff let passwords be tried again.</summary>
public sealed record WebUserUnlocked(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑮: a person logged in.</summary>
public sealed record WebUserLoggedIn(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑮: a person logged in from a browser not seen before (M19).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="MailAddress">Where the person is told of it.</param>
/// <param name="Browser">The browser, in a few words; empty when unknown.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WebUserSeenInNewBrowser(Guid SubjectId, WebUserId UserId, EmailAddress MailAddress, string Browser, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A wrong password was entered for an ID, or the right one of somebody who may not log in.</summary>
public sealed record WebUserPasswordRefused(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑯: a person chose a password (M15).</summary>
/// <param name="SubjectId">The Web user.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="MailAddress">Where the person is told of it.</param>
/// <param name="HadOne">Whether there was a password before.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WebUserPasswordChanged(Guid SubjectId, WebUserId UserId, EmailAddress MailAddress, bool HadOne, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter was printed; whoever held it held the initial password.</summary>
public sealed record RegistrationNoticePrinted(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter came out well, as somebody who looked at it said.</summary>
public sealed record RegistrationNoticeConfirmed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter was posted.</summary>
public sealed record RegistrationNoticeDispatched(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter went out some days ago, and nobody has logged in since (M14).</summary>
/// <param name="SubjectId">The letter.</param>
/// <param name="ApplicationId">The application that its administrator comes from.</param>
/// <param name="SentOn">The day it was dispatched.</param>
/// <param name="TrackingNumber">お問い合わせ番号; empty when none was entered.</param>
/// <param name="UsableUntil">Last second of the initial password on it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record RegistrationNoticeUnanswered(
    Guid SubjectId, Guid ApplicationId, DateOnly SentOn, string TrackingNumber, DateTimeOffset UsableUntil, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Another letter is to be printed for an administrator.</summary>
public sealed record RegistrationNoticeReissued(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
