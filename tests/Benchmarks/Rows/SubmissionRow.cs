namespace NexiPortal.Benchmarks.Rows;

/// <summary>⑫: an application with its history, mail and audit entries, durable, by 16 clients; beside the same rows by one SQLite connection.</summary>
internal sealed class SubmissionRow : Row
{
    private const int Clients = 16;

    public override string Key => "submission";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        await using var speed = await SubmissionSpeed.PrepareAsync(plan.Of(80_000, 8_000));
        List<SubmissionSpeed.Round> rounds = [];
        var rates = await plan.InterleaveAsync(
            async () =>
            {
                rounds.Add(await speed.SubmitAsync(Clients, plan.RoundTime));
                return rounds[^1].PerSecond;
            },
            () => Task.FromResult(speed.Write(plan.RoundTime).PerSecond));
        rounds.RemoveRange(0, plan.WarmUps);
        return
        [
            Line.Compare($"Submission (⑫), {Clients} clients, Sqlite", "the same rows by raw SQLite", "/s", rates[0], rates[1], Goal.Ratio(0.5)),
            Line.Alone("– 99 of 100 within", "ms", new([.. rounds.Select(round => Spread.At(round.Each, 0.99))]), Goal.AtMost(50, "ms")),
            Line.Alone("– the longest of a round", "ms", new([.. rounds.Select(round => round.Each.Max())]), Goal.AtMost(150, "ms")),
        ];
    }
}
