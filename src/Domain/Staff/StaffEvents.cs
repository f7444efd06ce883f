using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Staff;

/// <summary>A member of staff was added.</summary>
public sealed record StaffMemberAdded(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A member's name was corrected.</summary>
public sealed record StaffMemberRenamed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A member's roles were changed.</summary>
public sealed record StaffRolesChanged(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A member was suspended.</summary>
public sealed record StaffMemberSuspended(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A suspended member may sign in again.</summary>
public sealed record StaffMemberResumed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A member was given a new initial password.</summary>
public sealed record StaffPasswordReset(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A member chose a new password.</summary>
public sealed record StaffPasswordChanged(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A member signed in.</summary>
public sealed record StaffSignedIn(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Somebody tried to sign in as a member, or to change the member's password, and was refused.</summary>
public sealed record StaffPasswordRefused(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
