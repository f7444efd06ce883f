using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.InsuranceUsers;

/// <summary>A head office or branch was registered and got its code.</summary>
public sealed record InsuranceUserRegistered(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>An insurance user of the time before the Web service was taken over.</summary>
public sealed record InsuranceUserImported(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>An approved application names who is to be the Web user (administrator) of an insurance user, new or not.</summary>
public sealed record AdministratorNamed(Guid InsuranceUserId, NamedAdministrator Administrator, LetterAddress LetterAddress, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => InsuranceUserId;
}

/// <summary>Registered data were corrected; letters go to this address from now on.</summary>
public sealed record InsuranceUserCorrected(Guid InsuranceUserId, LetterAddress LetterAddress, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public Guid SubjectId => InsuranceUserId;
}

/// <summary>停止する: neither branches nor administrators are added, and nobody of it can log in.</summary>
public sealed record InsuranceUserSuspended(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>再開する.</summary>
public sealed record InsuranceUserResumed(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
