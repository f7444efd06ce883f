using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Mail;

/// <summary>What became of a mail.</summary>
public enum MailState
{
    /// <summary>Waiting to be sent, or to be tried again.</summary>
    Queued,

    /// <summary>The mail server took it.</summary>
    Delivered,

    /// <summary>Given up: refused for good, or tried for too long.</summary>
    Failed,
}

/// <summary>
/// A mail to be sent: written in the transaction of what it tells of, sent at least once afterwards under one fixed Message-ID.
/// Its text is sealed at rest; a text with a secret is wiped as soon as the mail is delivered or given up.
/// </summary>
public sealed class OutgoingMail : AggregateRoot
{
    /// <summary>How long one sender keeps a mail to itself before another may try.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>How long a mail is tried before it is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private OutgoingMail()
    {
    }

    /// <summary>Which mail it is: M01, M02 …</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The one recipient.</summary>
    public EmailAddress To { get; private init; } = null!;

    /// <summary>Subject line.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>The sealed text; empty once wiped.</summary>
    public byte[] SealedBody { get; private set; } = [];

    /// <summary>Whether the text carries a secret (URL, password, code).</summary>
    public bool HasSecret { get; private init; }

    /// <summary>The aggregate the mail tells of.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>When it was queued.</summary>
    public DateTimeOffset QueuedAt { get; private init; }

    /// <summary>What became of it.</summary>
    public MailState State { get; private set; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not tried before this instant: the lease of a sender at work, or the wait after a failure.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>What the mail server last said against it; no address, no text.</summary>
    public string LastRefusal { get; private set; } = "";

    /// <summary>When staff had it sent once more, as a mail of its own; null when they did not.</summary>
    public DateTimeOffset? RepeatedAt { get; private set; }

    /// <summary>Whether it can be sent once more as it is.</summary>
    public bool CanBeRepeated => WhyNotRepeated is null;

    private string? WhyNotRepeated =>
        State == MailState.Queued ? MailErrors.StillQueued
        : SealedBody.Length == 0 ? MailErrors.TextWiped
        : RepeatedAt is not null ? MailErrors.AlreadyRepeated
        : null;

    /// <summary>Queues a mail.</summary>
    public static OutgoingMail Queue(string kind, EmailAddress to, string subject, byte[] sealedBody, bool hasSecret, Guid subjectId, DateTimeOffset now) => new()
    {
        Kind = kind,
        To = to,
        Subject = subject,
        SealedBody = sealedBody,
        HasSecret = hasSecret,
        SubjectId = subjectId,
        QueuedAt = now,
        DueAt = now,
    };

    /// <summary>The Message-ID under which it is sent, however often.</summary>
    public string MessageIdAt(string host) => $"{Id:N}@{host}";

    /// <summary>Takes the mail for sending; saved before sending, so that no two senders have it at once.</summary>
    public bool TryLease(DateTimeOffset now)
    {
        if (State != MailState.Queued || now < DueAt) return false;
        DueAt = now + Lease;
        Attempts++;
        return true;
    }

    /// <summary>The mail server took it.</summary>
    public void MarkDelivered(DateTimeOffset now)
    {
        State = MailState.Delivered;
        DeliveredAt = now;
        LastRefusal = "";
        WipeSecret();
    }

    /// <summary>Sending failed for now: tried again after a growing wait, given up after <see cref="Patience"/>.</summary>
    public void Postpone(string reason, DateTimeOffset now)
    {
        if (now - QueuedAt >= Patience)
        {
            GiveUp(reason);
            return;
        }
        LastRefusal = reason;
        var wait = FirstWait * Math.Pow(2, Math.Min(Attempts - 1, 10));
        DueAt = now + (wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>Sent once more: the same text as a new mail, under a Message-ID of its own. This one keeps its fate.</summary>
    public Result<OutgoingMail> Repeat(DateTimeOffset now)
    {
        if (WhyNotRepeated is { } code) return new Error(code);
        RepeatedAt = now;
        Raise(new MailRepeated(SubjectId, now));
        return Queue(Kind, To, Subject, SealedBody, HasSecret, SubjectId, now);
    }

    /// <summary>The mail server refused it for good.</summary>
    public void GiveUp(string reason)
    {
        State = MailState.Failed;
        LastRefusal = reason;
        WipeSecret();
    }

    private void WipeSecret()
    {
        if (HasSecret) SealedBody = [];
    }
}
