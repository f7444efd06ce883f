using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>What anybody who knows an address can have mailed to it; mails to one mailbox are counted by use.</summary>
public enum MailboxUse
{
    /// <summary>⑤ M01.</summary>
    RegistrationLink,

    /// <summary>⑧b M20.</summary>
    StatusLink,
}

/// <summary>A request (⑤, ⑧b) that was answered with a mail, as the limits count it: known by digests only, forgotten after a day.</summary>
public sealed class LinkRequest
{
    private LinkRequest()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Digest of the mailbox (<see cref="EmailAddress.MailboxKey"/>).</summary>
    public string Mailbox { get; private init; } = "";

    /// <summary>What the mail was for.</summary>
    public MailboxUse Use { get; private init; }

    /// <summary>Digest of where it came from.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>A request that is answered with a mail.</summary>
    public static LinkRequest Of(EmailAddress address, MailboxUse use, string origin, DateTimeOffset now) => new() { Mailbox = address.MailboxKey, Use = use, Origin = origin, At = now };
}

/// <summary>Which limit of mails is reached.</summary>
public enum MailLimit
{
    /// <summary>Mails to one mailbox within an hour or a day.</summary>
    Mailbox,

    /// <summary>Mails asked for from one place within an hour.</summary>
    Origin,

    /// <summary>Registration mails in all within an hour.</summary>
    All,
}

/// <summary>How many mails went out lately.</summary>
/// <param name="ToMailboxInHour">To the mailbox for this use, within the last hour.</param>
/// <param name="ToMailboxInDay">To the mailbox for this use, within the last day.</param>
/// <param name="FromOriginInHour">Asked for from the same place, within the last hour.</param>
/// <param name="InHour">In all, within the last hour.</param>
public sealed record RecentMails(int ToMailboxInHour, int ToMailboxInDay, int FromOriginInHour, int InHour)
{
    /// <summary>The limit that forbids another mail; null when it may go out.</summary>
    public MailLimit? Reached(RegistrationPolicy policy) =>
        ToMailboxInHour >= policy.MailsPerHour || ToMailboxInDay >= policy.MailsPerDay ? MailLimit.Mailbox
        : FromOriginInHour >= policy.MailsPerOriginPerHour ? MailLimit.Origin
        : InHour >= policy.MailsInAllPerHour ? MailLimit.All
        : null;
}
