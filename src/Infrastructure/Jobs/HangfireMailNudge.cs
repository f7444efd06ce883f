using Hangfire;
using Microsoft.Extensions.Logging;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Jobs;

/// <summary>After a commit that queued mail: deliver now instead of at the next poll; one delivery serves all who commit within a moment. A nudge that is lost costs seconds, no mail.</summary>
internal sealed partial class HangfireMailNudge(IBackgroundJobClient jobs, TimeProvider clock, ILogger<HangfireMailNudge> log) : IMailNudge
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private int _isUnderWay;

    public void Nudge()
    {
        if (Interlocked.Exchange(ref _isUnderWay, 1) == 0) _ = DeliverInAMomentAsync();
    }

    private async Task DeliverInAMomentAsync()
    {
        await Task.Delay(Moment, clock);
        // Before the job begins: whoever commits from now on may come too late for it.
        Volatile.Write(ref _isUnderWay, 0);
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
