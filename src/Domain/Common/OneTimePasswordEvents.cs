namespace NexiPortal.Domain.Common;

/// <summary>A person set up a one-time password, or another way of getting it.</summary>
public sealed record OneTimePasswordSetUp(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A one-time password is asked no more.</summary>
public sealed record OneTimePasswordSwitchedOff(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A code was asked for by mail (M16).</summary>
/// <param name="SubjectId">Whose.</param>
/// <param name="MailAddress">Where it goes.</param>
/// <param name="Code">The six digits.</param>
/// <param name="Until">Until when it can be used.</param>
/// <param name="OccurredAt">When.</param>
public sealed record OneTimePasswordMailed(Guid SubjectId, EmailAddress MailAddress, string Code, DateTimeOffset Until, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A wrong code was entered.</summary>
public sealed record OneTimePasswordRefused(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A recovery code was used.</summary>
public sealed record RecoveryCodeUsed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A person had new recovery codes made.</summary>
public sealed record RecoveryCodesRenewed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
