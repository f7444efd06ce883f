using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Mail;

/// <summary>The table of the Mail module: the queue that is the outbox.</summary>
public interface IMailDb : IUnitOfWork
{
    /// <summary>Mails queued, delivered and given up.</summary>
    DbSet<OutgoingMail> Mails { get; }
}

/// <summary>Keeps the texts of mails unreadable at rest.</summary>
public interface IMailSealer : ISealer;

/// <summary>How one try of sending ended.</summary>
public abstract record SendOutcome
{
    /// <summary>The mail server took it.</summary>
    public sealed record Taken : SendOutcome;

    /// <summary>This mail not now; worth another try.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    public sealed record TryLater(string Reason) : SendOutcome;

    /// <summary>The mail server could not be reached, or broke off: no mail now.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    public sealed record Unreachable(string Reason) : SendOutcome;

    /// <summary>Refused for good.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    public sealed record Refused(string Reason) : SendOutcome;
}

/// <summary>Sends a mail: by SMTP, or caught on this machine in Development.</summary>
public interface IMailTransport
{
    /// <summary>Tries to send once; a failure is an outcome, not an exception.</summary>
    Task<SendOutcome> SendAsync(OutgoingMail mail, string text, CancellationToken ct);
}

/// <summary>A mail caught in Development.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="To">Recipient.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Text.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record CaughtMail(string Id, string To, string Subject, string Text, DateTimeOffset SentAt);

/// <summary>The mails caught in Development, shown at /dev/mail.</summary>
public interface ICaughtMails
{
    /// <summary>Every mail, newest first.</summary>
    Task<IReadOnlyList<CaughtMail>> ListAsync(CancellationToken ct);

    /// <summary>One mail; null when there is none of that identity.</summary>
    Task<CaughtMail?> FindAsync(string id, CancellationToken ct);
}
