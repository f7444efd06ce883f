using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.WebUsers;

/// <summary>A person got a WebユーザーID.</summary>
public sealed record WebUserRegistered(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>停止する.</summary>
public sealed record WebUserSuspended(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>再開する.</summary>
public sealed record WebUserResumed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A WebユーザーID ended for good.</summary>
public sealed record WebUserEnded(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>ロックを解除する: staff let passwords be tried again.</summary>
public sealed record WebUserUnlocked(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter was printed; whoever held it held the initial password.</summary>
public sealed record RegistrationNoticePrinted(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter came out well, as somebody who looked at it said.</summary>
public sealed record RegistrationNoticeConfirmed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A letter was posted.</summary>
public sealed record RegistrationNoticeDispatched(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Another letter is to be printed for an administrator.</summary>
public sealed record RegistrationNoticeReissued(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
