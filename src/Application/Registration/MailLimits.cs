using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The limits of what anybody who knows an address can have mailed to it (⑤, ⑧b): to one mailbox, from one place, and in all.</summary>
internal sealed partial class MailLimits(IRegistrationDb db, IRequestOrigin origin, RegistrationPolicy policy, ILogger<MailLimits> log)
{
    private const string Turn = "mail-limits";

    /// <summary>Counts one more mail, to be saved with it; false when a limit is reached. Requests take turns, so that no two count the same place.</summary>
    public async Task<bool> AllowAsync(EmailAddress address, MailboxUse use, DateTimeOffset now, CancellationToken ct)
    {
        var reached = await FindReachedAsync(address, use, now, ct);
        if (reached is null)
        {
            await db.TakeTurnAsync(Turn, ct);
            reached = await FindReachedAsync(address, use, now, ct); // Another may have been faster.
        }
        if (reached is { } limit)
        {
            await db.ForgetAsync();
            Limited(log, limit);
            return false;
        }
        db.LinkRequests.Add(LinkRequest.Of(address, use, origin.Digest, now));
        return true;
    }

    private async Task<MailLimit?> FindReachedAsync(EmailAddress address, MailboxUse use, DateTimeOffset now, CancellationToken ct)
    {
        var (mailbox, place, hourAgo, dayAgo) = (address.MailboxKey, origin.Digest, now.AddHours(-1), now.AddDays(-1));
        var toMailbox = db.LinkRequests.Where(r => r.Mailbox == mailbox && r.Use == use);
        var recent = new RecentMails(
            await toMailbox.CountAsync(r => r.At > hourAgo, ct),
            await toMailbox.CountAsync(r => r.At > dayAgo, ct),
            await db.LinkRequests.CountAsync(r => r.Origin == place && r.At > hourAgo, ct),
            await db.LinkRequests.CountAsync(r => r.At > hourAgo, ct));
        return recent.Reached(policy);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was asked for and not sent: the limit {Limit} is reached")]
    private static partial void Limited(ILogger log, MailLimit limit);
}
