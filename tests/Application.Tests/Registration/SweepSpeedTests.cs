namespace NexiPortal.Application.Tests.Registration;

/// <summary>
/// The sweep over 1,000,000 links that ran out (or as many as <c>NEXIPORTAL_TEST_LINKS</c> says) beside one UPDATE over the same rows, round by round.
/// Slow and about time, so it runs only when it is asked for (<c>-explicit only</c>).
/// </summary>
public sealed class SweepSpeedTests(ITestOutputHelper output)
{
    private const int RoundCount = 3;

    private static readonly int Links = int.TryParse(Environment.GetEnvironmentVariable("NEXIPORTAL_TEST_LINKS"), out var links) ? links : 1_000_000;

    [Fact(Explicit = true)]
    public async Task Sweep_BesideOneUpdate()
    {
        await using var speed = await SweepSpeed.PrepareAsync(Links);
        var rounds = new List<(TimeSpan Update, TimeSpan Forget, SweepSpeed.Sweep Sweep)>();
        for (var i = 0; i < RoundCount; i++) rounds.Add((speed.Update(), speed.Forget(), await speed.SweepAsync()));

        foreach (var (update, forget, sweep) in rounds)
            output.WriteLine($"update {update.TotalSeconds,5:0.0} s  with drafts and mails {forget.TotalSeconds,5:0.0} s  sweep of {sweep.Forgotten} {sweep.Took.TotalSeconds,5:0.0} s  {sweep.Took / update:0.00}x  {sweep.Took / forget:0.00}x  waits p50 {sweep.Waits.Median():0.0}  p99 {sweep.Waits.Quantile(0.99):0.0}  max {sweep.Waits.Max():0.0} ms ({sweep.Waits.Count})  memory +{sweep.Growth / 1048576.0:0.0} MiB");
        var (ratios, whole) = (rounds.ConvertAll(round => round.Sweep.Took / round.Update), rounds.ConvertAll(round => round.Sweep.Took / round.Forget));
        output.WriteLine($"median {ratios.Median():0.00}x ({ratios.Min():0.00} to {ratios.Max():0.00}); of the same work {whole.Median():0.00}x ({whole.Min():0.00} to {whole.Max():0.00})  longest wait {rounds.Max(round => round.Sweep.Waits.Max()):0.0} ms  memory +{rounds.Max(round => round.Sweep.Growth) / 1048576.0:0.0} MiB");
        rounds.ShouldAllBe(round => round.Sweep.Forgotten == rounds[0].Sweep.Forgotten);
    }
}
