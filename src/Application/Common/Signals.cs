using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NexiPortal.Application.Common;

/// <summary>What the portal tells of its work to those who run it, as figures and traces: names of use cases and how they ended, never what they contain or whom they concern.</summary>
public static class Signals
{
    /// <summary>Name under which traces and figures are published.</summary>
    public const string Name = "NexiPortal";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Figures = new(Name);

    private static readonly Histogram<double> UseCases = Figures.CreateHistogram<double>(
        "nexiportal.use_case.duration", "s", "How long a use case took, and how it ended", advice: new() { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.25, 1, 5, 30] });

    private static readonly Counter<long> LogIns = Figures.CreateCounter<long>(
        "nexiportal.logins.refused", "{login}", "Passwords and codes that were wrong, or not looked at because of a pause");

    /// <summary>Begins to trace a use case; null when nobody listens.</summary>
    internal static Activity? Begin(string useCase) => Traces.StartActivity(useCase);

    /// <summary>A use case ended.</summary>
    /// <param name="useCase">Its name.</param>
    /// <param name="how">"done", or the code of what it was refused for.</param>
    /// <param name="took">How long it took.</param>
    internal static void Ended(string useCase, string how, TimeSpan took) => UseCases.Record(took.TotalSeconds, new("use_case", useCase), new("ended", how));

    /// <summary>A password or a code was wrong.</summary>
    /// <param name="audience">Who logs in there.</param>
    internal static void Wrong(string audience) => LogIns.Add(1, new("audience", audience), new("why", "wrong"));

    /// <summary>A password or a code was not looked at.</summary>
    /// <param name="audience">Who logs in there.</param>
    internal static void Paused(string audience) => LogIns.Add(1, new("audience", audience), new("why", "paused"));
}
