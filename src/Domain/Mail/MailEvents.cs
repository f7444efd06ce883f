using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Mail;

/// <summary>Staff had a mail sent once more; it tells of <paramref name="SubjectId"/>.</summary>
public sealed record MailRepeated(Guid SubjectId, DateTimeOffset OccurredAt) : IDomainEvent;
