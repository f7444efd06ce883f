using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>⑤ A 登録用URL was issued; the secrets live in this event and in the sealed mail only.</summary>
public sealed record RegistrationLinkIssued(Guid LinkId, EmailAddress Address, LinkToken Token, RegistrationPassword Password, DateTimeOffset ExpiresAt, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => LinkId;
}

/// <summary>⑧ The right password was entered.</summary>
public sealed record RegistrationLinkOpened(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑧ A wrong password was entered.</summary>
public sealed record RegistrationPasswordRefused(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑧ Too many wrong passwords: the link is void.</summary>
public sealed record RegistrationLinkVoided(Guid SubjectId, EmailAddress Address, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑥ 再送する: a newer link took the link's place.</summary>
public sealed record RegistrationLinkReplaced(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>⑫ An application was submitted; its form can be printed from now on.</summary>
public sealed record ApplicationSubmitted(
    Guid ApplicationId, ApplicationNumber Number, ApplicationType Type, int Revision, EmailAddress Address, DateTimeOffset FormExpiresAt, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => ApplicationId;
}
