using Hangfire;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;

namespace NexiPortal.Infrastructure.Jobs;

/// <summary>What Hangfire runs: each job is a use case. They are idempotent and safe at once on several nodes, so a missed or doubled run does no harm.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class PortalJobs(IMediator mediator)
{
    /// <summary>The recurring jobs; cron in UTC.</summary>
    public static void Schedule(IRecurringJobManager schedule)
    {
        schedule.AddOrUpdate<PortalJobs>("deliver-mails", jobs => jobs.DeliverMailsAsync(CancellationToken.None), "*/15 * * * * *");
        schedule.AddOrUpdate<PortalJobs>("seal-audit-entries", jobs => jobs.SealAuditEntriesAsync(CancellationToken.None), Cron.Minutely());
        schedule.AddOrUpdate<PortalJobs>("forget-password-tries", jobs => jobs.ForgetPasswordTriesAsync(CancellationToken.None), Cron.Hourly());
    }

    public Task DeliverMailsAsync(CancellationToken ct) => mediator.Send(new DeliverMails.Command(), ct);

    public Task SealAuditEntriesAsync(CancellationToken ct) => mediator.Send(new SealAuditEntries.Command(), ct);

    public Task ForgetPasswordTriesAsync(CancellationToken ct) => mediator.Send(new ForgetPasswordTries.Command(), ct);
}
