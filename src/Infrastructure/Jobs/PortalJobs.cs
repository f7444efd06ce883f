using System.Linq.Expressions;
using Hangfire;
using MediatR;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
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
        Add(ScheduledJob.DeliverMails, jobs => jobs.DeliverMailsAsync(CancellationToken.None), "*/15 * * * * *");
        Add(ScheduledJob.SealAuditEntries, jobs => jobs.SealAuditEntriesAsync(CancellationToken.None), Cron.Minutely());
        Add(ScheduledJob.ExpireApplications, jobs => jobs.ExpireApplicationsAsync(CancellationToken.None), HourlyByDayInJapan);
        Add(ScheduledJob.RemindOfLinks, jobs => jobs.RemindOfLinksAsync(CancellationToken.None), HourlyByDayInJapan);
        Add(ScheduledJob.RemindOfPapers, jobs => jobs.RemindOfPapersAsync(CancellationToken.None), HourlyByDayInJapan);
        Add(ScheduledJob.RemindOfNotices, jobs => jobs.RemindOfNoticesAsync(CancellationToken.None), HourlyByDayInJapan);
        Add(ScheduledJob.Forget, jobs => jobs.ForgetAsync(CancellationToken.None), Cron.Hourly(10));
        Add(ScheduledJob.ForgetPasswordTries, jobs => jobs.ForgetPasswordTriesAsync(CancellationToken.None), Cron.Hourly());
        Add(ScheduledJob.VerifyAuditTrail, jobs => jobs.VerifyAuditTrailAsync(CancellationToken.None), Cron.Daily(17)); // 2:00 in Japan

        void Add(ScheduledJob job, Expression<Func<PortalJobs, Task>> run, string cron)
        {
            schedule.AddOrUpdate(job.Name, run, cron);
            // What fell due while the portal was down is done now, also when the job store knows nothing of it.
            schedule.Trigger(job.Name);
        }
    }

    public async Task DeliverMailsAsync(CancellationToken ct)
    {
        // One run at a time sends what is due; a slow mail server does not take the workers from the other jobs.
        if (!await Delivering.WaitAsync(0, ct)) return;
        try
        {
            await RunAsync(ScheduledJob.DeliverMails, new DeliverMails.Command(), ct);
        }
        finally
        {
            Delivering.Release();
        }
    }

    public Task SealAuditEntriesAsync(CancellationToken ct) => RunAsync(ScheduledJob.SealAuditEntries, new SealAuditEntries.Command(), ct);

    public Task ForgetPasswordTriesAsync(CancellationToken ct) => RunAsync(ScheduledJob.ForgetPasswordTries, new ForgetPasswordTries.Command(), ct);

    public Task ExpireApplicationsAsync(CancellationToken ct) => RunAsync(ScheduledJob.ExpireApplications, new ExpireApplications.Command(), ct);

    public Task RemindOfLinksAsync(CancellationToken ct) => RunAsync(ScheduledJob.RemindOfLinks, new RemindOfLinks.Command(), ct);

    public Task RemindOfPapersAsync(CancellationToken ct) => RunAsync(ScheduledJob.RemindOfPapers, new RemindOfPapers.Command(), ct);

    public Task RemindOfNoticesAsync(CancellationToken ct) => RunAsync(ScheduledJob.RemindOfNotices, new RemindOfNotices.Command(), ct);

    public Task ForgetAsync(CancellationToken ct) => RunAsync(ScheduledJob.Forget, async () =>
    {
        var done = 0;
        foreach (var forget in (IRequest<Result<int>>[])[new ForgetExpiredLinks.Command(), new ForgetDeadCases.Command(), new ForgetPastVisits.Command(), new ForgetPastLinks.Command()])
            done += (await mediator.Send(forget, ct)).Value;
        await log.EmptyAsync(ct);
        return (done, null);
    }, ct);

    public Task VerifyAuditTrailAsync(CancellationToken ct) => RunAsync(ScheduledJob.VerifyAuditTrail, async () =>
    {
        var trail = (await mediator.Send(new VerifyAuditTrail.Query(), ct)).Value;
        foreach (var fault in trail.Faults)
        {
            if (fault is VerifyAuditTrail.Fault.Missing missing) Missing(logger, missing.First, missing.Last);
            else if (fault is VerifyAuditTrail.Fault.Altered altered) Altered(logger, altered.Sequence, altered.Id);
        }
        if (trail.FaultCount > 0) Broken(logger, trail.FaultCount);
        else Whole(logger, trail.Sealed);
        return ((int)Math.Min(trail.Sealed, int.MaxValue), trail.FaultCount > 0 ? $"{trail.FaultCount} faults" : null);
    }, ct);

    private Task RunAsync(ScheduledJob job, IRequest<Result<int>> work, CancellationToken ct) => RunAsync(job, async () => ((await mediator.Send(work, ct)).Value, null), ct);

    // How it ended is written down for those who see to the portal; a failure goes on to Hangfire, which logs it.
    private async Task RunAsync(ScheduledJob job, Func<Task<(int Done, string? Failure)>> work, CancellationToken ct)
    {
        (int Done, string? Failure) ended;
        try
        {
            ended = await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await mediator.Send(new RecordJobRun.Command(job.Name, 0, fault.GetType().Name), ct);
            throw;
        }
        await mediator.Send(new RecordJobRun.Command(job.Name, ended.Done, ended.Failure), ct);
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
