using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Infrastructure.Jobs;

/// <summary>
/// What waits and what is late, counted twice a minute and published as gauges: whoever asks for figures or health asks no question of the database.
/// Every node counts the same, for all of them share the database.
/// </summary>
internal sealed partial class Stock : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<Stock> _log;
    private readonly Meter _meter = new(Signals.Name);

    public Stock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Stock> log)
    {
        (_scopes, _clock, _log) = (scopes, clock, log);
        Publish("mails.queued", "{mail}", "Mails that wait to be sent", count => [new(count.Mails.Queued)]);
        Publish("mails.oldest", "s", "How long the oldest of them has waited", count => [new(count.OldestMail.TotalSeconds)]);
        Publish("mails.failed", "{mail}", "Mails that were given up", count => [new(count.Mails.Failed)]);
        Publish("jobs.late", null, "1 for a scheduled job that should have run by now", count => count.Jobs.Select(job => new Measurement<double>(job.IsLate ? 1 : 0, Tag("job", job.Name))));
        Publish("jobs.failed", null, "1 for a scheduled job whose last run failed", count => count.Jobs.Select(job => new Measurement<double>(job.HasFailed ? 1 : 0, Tag("job", job.Name))));
        Publish("applications", "{application}", "Open cases by state", count => count.Cases.Select(cases => new Measurement<double>(cases.Value, Tag("state", $"{cases.Key}"))));
    }

    /// <summary>The last count; null before the first, and while the database does not answer.</summary>
    public Count? Latest { get; private set; }

    /// <summary>A count.</summary>
    /// <param name="Mails">The queue of mails.</param>
    /// <param name="OldestMail">How long the oldest queued mail has waited; none, when none is queued.</param>
    /// <param name="Jobs">How scheduled work fares.</param>
    /// <param name="Cases">Open cases by state.</param>
    internal sealed record Count(CountMails.Answer Mails, TimeSpan OldestMail, IReadOnlyList<Job> Jobs, IReadOnlyDictionary<ApplicationState, int> Cases);

    /// <summary>How a scheduled job fares.</summary>
    internal sealed record Job(string Name, bool IsLate, bool HasFailed);

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, _clock);
        do Latest = await TakeAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Count?> TakeAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var mails = (await mediator.Send(new CountMails.Query(), ct)).Value;
            var jobs = (await mediator.Send(new ListJobRuns.Query(), ct)).Value;
            var cases = (await mediator.Send(new CountOpenCases.Query(), ct)).Value;
            return new(
                mails, mails.OldestQueuedAt is { } oldest ? jobs.Now - oldest : TimeSpan.Zero,
                [.. ScheduledJob.All.Select(job => (job, Run: jobs.Runs.GetValueOrDefault(job.Name))).Select(one => new Job(one.job.Name, one.job.IsLate(one.Run, jobs.Now), one.Run is { HasFailed: true }))],
                cases);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotCounted(_log, fault);
            return null;
        }
    }

    private void Publish(string name, string? unit, string what, Func<Count, IEnumerable<Measurement<double>>> figures) =>
        _meter.CreateObservableGauge($"nexiportal.{name}", () => Latest is { } count ? figures(count) : [], unit, what);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits could not be counted")]
    private static partial void NotCounted(ILogger log, Exception fault);
}
