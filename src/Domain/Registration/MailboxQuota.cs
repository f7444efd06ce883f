using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>What anybody who knows an address can have mailed to it; each is counted by itself.</summary>
public enum MailboxUse
{
    /// <summary>⑤ M01.</summary>
    RegistrationLink,

    /// <summary>⑧b M20.</summary>
    StatusLink,
}

/// <summary>How often mails of one kind went to one mailbox lately (⑤, ⑧b), known by a digest of the address only.</summary>
public sealed class MailboxQuota : AggregateRoot
{
    private MailboxQuota()
    {
    }

    /// <summary>Digest of the mailbox (<see cref="EmailAddress.MailboxKey"/>); one row each and use.</summary>
    public string MailboxKey { get; private init; } = "";

    /// <summary>What the mails were for.</summary>
    public MailboxUse Use { get; private init; }

    /// <summary>When mails went out within the last day.</summary>
    public IReadOnlyList<DateTimeOffset> SentAt { get; private set; } = [];

    /// <summary>Nothing sent yet.</summary>
    public static MailboxQuota For(EmailAddress address, MailboxUse use) => new() { MailboxKey = address.MailboxKey, Use = use };

    /// <summary>Counts one more mail when the hour and the day allow it.</summary>
    public bool TryUse(RegistrationPolicy policy, DateTimeOffset now)
    {
        var lately = SentAt.Where(sent => sent > now.AddDays(-1)).ToList();
        if (lately.Count >= policy.MailsPerDay || lately.Count(sent => sent > now.AddHours(-1)) >= policy.MailsPerHour) return false;
        SentAt = [.. lately, now];
        return true;
    }
}
