using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>A piece of scheduled work.</summary>
/// <param name="Name">The name it is scheduled and written down under.</param>
/// <param name="Patience">How long after its last run nobody need worry.</param>
public sealed record ScheduledJob(string Name, TimeSpan Patience)
{
    /// <summary>Whether it should have run again by now; also when it never has.</summary>
    public bool IsLate(JobRun? run, DateTimeOffset now) => run is null || now > run.EndedAt + Patience;

    /// <summary>Mail that is due goes out.</summary>
    public static readonly ScheduledJob DeliverMails = new("deliver-mails", TimeSpan.FromMinutes(15));

    /// <summary>New entries of the audit trail are sealed into its chain.</summary>
    public static readonly ScheduledJob SealAuditEntries = new("seal-audit-entries", TimeSpan.FromMinutes(15));

    /// <summary>Applications whose deadline has gone by are told of it (M12).</summary>
    public static readonly ScheduledJob ExpireApplications = new("expire-applications", TimeSpan.FromHours(16));

    /// <summary>Links that run out are called to mind (M03).</summary>
    public static readonly ScheduledJob RemindOfLinks = new("remind-of-links", TimeSpan.FromHours(16));

    /// <summary>Paper forms that have not arrived are called to mind (M07).</summary>
    public static readonly ScheduledJob RemindOfPapers = new("remind-of-papers", TimeSpan.FromHours(16));

    /// <summary>Letters that nobody has logged in with are asked after (M14).</summary>
    public static readonly ScheduledJob RemindOfNotices = new("remind-of-notices", TimeSpan.FromHours(16));

    /// <summary>What is of no use any more is deleted: personal data of expired links and dead cases, past sessions, past links.</summary>
    public static readonly ScheduledJob Forget = new("forget", TimeSpan.FromHours(3));

    /// <summary>Passwords tried long ago count no more.</summary>
    public static readonly ScheduledJob ForgetPasswordTries = new("forget-password-tries", TimeSpan.FromHours(3));

    /// <summary>The audit trail is checked from its beginning.</summary>
    public static readonly ScheduledJob VerifyAuditTrail = new("verify-audit-trail", TimeSpan.FromHours(26));

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<ScheduledJob> All =
        [DeliverMails, ExpireApplications, RemindOfLinks, RemindOfPapers, RemindOfNotices, Forget, ForgetPasswordTries, SealAuditEntries, VerifyAuditTrail];
}
