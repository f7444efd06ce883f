using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>How often registration mails went to one mailbox lately (⑤), known by a digest of the address only.</summary>
public sealed class MailboxQuota : AggregateRoot
{
    /// <summary>How long a mail counts.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private MailboxQuota()
    {
    }

    /// <summary>Digest of the mailbox (<see cref="EmailAddress.MailboxKey"/>); one row each.</summary>
    public string MailboxKey { get; private init; } = "";

    /// <summary>When mails went out within the last day.</summary>
    public IReadOnlyList<DateTimeOffset> SentAt { get; private set; } = [];

    /// <summary>When the last one went out; a day later nothing is left to count.</summary>
    public DateTimeOffset LastSentAt { get; private set; }

    /// <summary>Nothing sent yet.</summary>
    public static MailboxQuota For(EmailAddress address) => new() { MailboxKey = address.MailboxKey };

    /// <summary>Counts one more mail when the hour and the day allow it.</summary>
    public bool TryUse(RegistrationPolicy policy, DateTimeOffset now)
    {
        var lately = SentAt.Where(sent => sent > now - Memory).ToList();
        if (lately.Count >= policy.MailsPerDay || lately.Count(sent => sent > now.AddHours(-1)) >= policy.MailsPerHour) return false;
        SentAt = [.. lately, now];
        LastSentAt = now;
        return true;
    }
}
