using System.Linq.Expressions;
using Hangfire;
using MediatR;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Jobs;

/// <summary>What Hangfire runs: each job is a use case. They are idempotent and safe at once on several nodes, so a missed or doubled run does no harm.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class PortalJobs(IMediator mediator, WriteAheadLog log, ILogger<PortalJobs> logger)
{
    // Reminders and expiries are told by day; what failed is tried again within the hour.
    private const string HourlyByDayInJapan = "0 0-9 * * *"; // 9:00 to 18:00

    private static readonly SemaphoreSlim Delivering = new(1, 1);

    /// <summary>The recurring jobs; cron in UTC.</summary>
    public static void Schedule(IRecurringJobManager schedule)
    {
        Add("deliver-mails", jobs => jobs.DeliverMailsAsync(CancellationToken.None), "*/15 * * * * *");
        Add("seal-audit-entries", jobs => jobs.SealAuditEntriesAsync(CancellationToken.None), Cron.Minutely());
        Add("expire-applications", jobs => jobs.ExpireApplicationsAsync(CancellationToken.None), HourlyByDayInJapan);
        Add("remind-of-links", jobs => jobs.RemindOfLinksAsync(CancellationToken.None), HourlyByDayInJapan);
        Add("remind-of-papers", jobs => jobs.RemindOfPapersAsync(CancellationToken.None), HourlyByDayInJapan);
        Add("remind-of-notices", jobs => jobs.RemindOfNoticesAsync(CancellationToken.None), HourlyByDayInJapan);
        Add("forget", jobs => jobs.ForgetAsync(CancellationToken.None), Cron.Hourly(10));
        Add("forget-password-tries", jobs => jobs.ForgetPasswordTriesAsync(CancellationToken.None), Cron.Hourly());
        Add("verify-audit-trail", jobs => jobs.VerifyAuditTrailAsync(CancellationToken.None), Cron.Daily(17)); // 2:00 in Japan

        void Add(string name, Expression<Func<PortalJobs, Task>> job, string cron)
        {
            schedule.AddOrUpdate(name, job, cron);
            // What fell due while the portal was down is done now, also when the job store knows nothing of it.
            schedule.Trigger(name);
        }
    }

    public async Task DeliverMailsAsync(CancellationToken ct)
    {
        // One run at a time sends what is due; a slow mail server does not take the workers from the other jobs.
        if (!await Delivering.WaitAsync(0, ct)) return;
        try
        {
            await mediator.Send(new DeliverMails.Command(), ct);
        }
        finally
        {
            Delivering.Release();
        }
    }

    public Task SealAuditEntriesAsync(CancellationToken ct) => mediator.Send(new SealAuditEntries.Command(), ct);

    public Task ForgetPasswordTriesAsync(CancellationToken ct) => mediator.Send(new ForgetPasswordTries.Command(), ct);

    public Task ExpireApplicationsAsync(CancellationToken ct) => mediator.Send(new ExpireApplications.Command(), ct);

    public Task RemindOfLinksAsync(CancellationToken ct) => mediator.Send(new RemindOfLinks.Command(), ct);

    public Task RemindOfPapersAsync(CancellationToken ct) => mediator.Send(new RemindOfPapers.Command(), ct);

    public Task RemindOfNoticesAsync(CancellationToken ct) => mediator.Send(new RemindOfNotices.Command(), ct);

    public async Task ForgetAsync(CancellationToken ct)
    {
        await mediator.Send(new ForgetExpiredLinks.Command(), ct);
        await mediator.Send(new ForgetDeadCases.Command(), ct);
        await mediator.Send(new ForgetPastVisits.Command(), ct);
        await mediator.Send(new ForgetPastLinks.Command(), ct);
        await log.EmptyAsync(ct);
    }

    public async Task VerifyAuditTrailAsync(CancellationToken ct)
    {
        var trail = (await mediator.Send(new VerifyAuditTrail.Query(), ct)).Value;
        foreach (var fault in trail.Faults)
        {
            if (fault is VerifyAuditTrail.Fault.Missing missing) Missing(logger, missing.First, missing.Last);
            else if (fault is VerifyAuditTrail.Fault.Altered altered) Altered(logger, altered.Sequence, altered.Id);
        }
        if (trail.FaultCount > 0) Broken(logger, trail.FaultCount);
        else Whole(logger, trail.Sealed);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Audit entries {First} to {Last} were removed")]
    private static partial void Missing(ILogger logger, long first, long last);

    [LoggerMessage(Level = LogLevel.Error, Message = "Audit entry {Sequence} ({Id}) was changed or inserted")]
    private static partial void Altered(ILogger logger, long sequence, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail is broken: {Faults} faults")]
    private static partial void Broken(ILogger logger, long faults);

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit trail is whole: {Sealed} sealed entries")]
    private static partial void Whole(ILogger logger, long @sealed);
}
