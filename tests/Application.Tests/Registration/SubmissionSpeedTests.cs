namespace NexiPortal.Application.Tests.Registration;

/// <summary>
/// ⑫ by sixteen clients beside the same rows written by one connection to SQLite, round by round.
/// Slow and about time, so it runs only when it is asked for (<c>-explicit only</c>).
/// </summary>
public sealed class SubmissionSpeedTests(ITestOutputHelper output)
{
    private const int Clients = 16, RoundCount = 7, Links = 60_000;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    [Fact(Explicit = true)]
    public async Task Submissions_BesideTheSameRowsWrittenPlainly()
    {
        await using var speed = await SubmissionSpeed.PrepareAsync(Links);
        // A portal runs for weeks: what it is compiled to in its first seconds is not what it runs.
        await speed.SubmitAsync(Clients, TimeSpan.FromSeconds(8));
        speed.Write(TimeSpan.FromSeconds(1));
        var rounds = new List<(SubmissionSpeed.Round Plain, SubmissionSpeed.Round Portal)>();
        for (var i = 0; i < RoundCount; i++) rounds.Add((speed.Write(RoundTime), await speed.SubmitAsync(Clients, RoundTime)));

        foreach (var (plain, portal) in rounds)
            output.WriteLine($"plain {plain.PerSecond,6:0}/s (p50 {plain.Each.Median():0.0}  p99 {plain.Each.Quantile(0.99):0.0} ms, processor {plain.ProcessorOfEach:0.00} ms)  portal {portal.PerSecond,6:0}/s  {portal.PerSecond / plain.PerSecond,4:0.00}x  p50 {portal.Each.Median():0.0}  p99 {portal.Each.Quantile(0.99):0.0}  max {portal.Each.Max():0.0} ms, processor {portal.ProcessorOfEach:0.00} ms");
        var ratios = rounds.ConvertAll(round => round.Portal.PerSecond / round.Plain.PerSecond);
        var each = rounds.SelectMany(round => round.Portal.Each).ToList();
        output.WriteLine($"median: plain {rounds.Select(round => round.Plain.PerSecond).Median():0}/s  portal {rounds.Select(round => round.Portal.PerSecond).Median():0}/s  {ratios.Median():0.00}x ({ratios.Min():0.00} to {ratios.Max():0.00})  p50 {each.Median():0.0}  p99 {each.Quantile(0.99):0.0}  max {each.Max():0.0} ms");
    }
}
