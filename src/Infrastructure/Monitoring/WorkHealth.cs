using Microsoft.Extensions.Diagnostics.HealthChecks;
using NexiPortal.Infrastructure.Jobs;

namespace NexiPortal.Infrastructure.Monitoring;

/// <summary>Whether the work behind the pages is done: mail leaves, scheduled jobs run. When it is not, pages still answer, so that no node is taken out of service for it.</summary>
internal sealed class WorkHealth(Stock stock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (stock.Latest is not { } count) return Task.FromResult(HealthCheckResult.Degraded("What waits could not be counted."));
        string[] reasons =
        [
            .. count.OldestMail > Patience ? [$"{count.Mails.Queued} mails wait, the oldest for {count.OldestMail.TotalMinutes:0} minutes."] : Array.Empty<string>(),
            .. count.Jobs.Where(job => job.HasFailed).Select(job => $"The last run of {job.Name} failed."),
            .. count.Jobs.Where(job => job.IsLate).Select(job => $"{job.Name} should have run by now."),
        ];
        return Task.FromResult(reasons.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', reasons)));
    }
}
