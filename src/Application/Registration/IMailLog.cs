using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Registration;

/// <summary>What became of the mails about a case; the Mail module keeps it.</summary>
public interface IMailLog
{
    /// <summary>The mails that tell of any of the given links and applications, oldest first.</summary>
    Task<IReadOnlyList<LoggedMail>> ListAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct);
}

/// <summary>A mail and its fate; never its text.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Kind">Which mail it is: M01, M02 …</param>
/// <param name="Subject">Subject line.</param>
/// <param name="To">Recipient.</param>
/// <param name="QueuedAt">When it was written.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">How often sending was tried.</param>
/// <param name="DeliveredAt">When the mail server took it.</param>
/// <param name="LastRefusal">What the mail server last said against it.</param>
/// <param name="CanBeRepeated">Whether it can be sent once more as it is.</param>
public sealed record LoggedMail(
    Guid Id, string Kind, string Subject, EmailAddress To, DateTimeOffset QueuedAt, MailState State, int Attempts, DateTimeOffset? DeliveredAt, string LastRefusal, bool CanBeRepeated);
