using Hangfire;
using Microsoft.Extensions.Logging;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Jobs;

/// <summary>After a commit that queued mail: deliver now instead of at the next poll. A nudge that is lost costs seconds, no mail.</summary>
internal sealed partial class HangfireMailNudge(IBackgroundJobClient jobs, ILogger<HangfireMailNudge> log) : IMailNudge
{
    public void Nudge()
    {
        try
        {
            jobs.Enqueue<PortalJobs>(work => work.DeliverMailsAsync(CancellationToken.None));
        }
        catch (BackgroundJobClientException fault)
        {
            Lost(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The job store did not take a nudge; mail waits for the next poll")]
    private static partial void Lost(ILogger log, Exception fault);
}
