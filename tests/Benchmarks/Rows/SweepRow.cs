namespace NexiPortal.Benchmarks.Rows;

/// <summary>What is known of 1,000,000 links that ran out is forgotten, their drafts and mails too, while somebody else writes; beside one UPDATE, and beside all of it by statements in one transaction.</summary>
internal sealed class SweepRow : Row
{
    public override string Key => "sweep";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        var links = plan.Of(1_000_000, 20_000);
        await using var speed = await SweepSpeed.PrepareAsync(links);
        List<SweepSpeed.Sweep> sweeps = [];
        var times = await (plan with { Rounds = 3, WarmUps = 0 }).InterleaveAsync(
            async () =>
            {
                sweeps.Add(await speed.SweepAsync());
                return sweeps[^1].Took.TotalSeconds;
            },
            () => Task.FromResult(speed.Update().TotalSeconds),
            () => Task.FromResult(speed.Forget().TotalSeconds));
        if (sweeps.Any(sweep => sweep.Forgotten != sweeps[0].Forgotten)) throw new InvalidOperationException("Not every sweep forgot as much.");
        return
        [
            Line.Compare($"Expiry sweep of {links:#,0} links, Sqlite", "one UPDATE, which leaves drafts and mails", "s", times[0], times[1], Goal.RatioAtMost(1.6) with { Gross = 8 }),
            Line.Compare("– the same", "everything in one transaction", "s", times[0], times[2], null),
            Line.Alone("– longest wait of somebody who writes meanwhile", "ms", new([.. sweeps.Select(sweep => sweep.Waits.Max())]), Goal.AtMost(150, "ms")),
            Line.Alone("– memory it takes", "MB", new([.. sweeps.Select(sweep => sweep.Growth / 1e6)]), Goal.AtMost(50, "MB")),
        ];
    }
}
