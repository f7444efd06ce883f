namespace NexiPortal.Benchmarks;

/// <summary>What several rounds gave: their median and how far they lie apart.</summary>
internal sealed record Spread(IReadOnlyList<double> Rounds)
{
    public double Median { get; } = At(Rounds, 0.5);

    public double Least => Rounds.Min();

    public double Most => Rounds.Max();

    /// <summary>Round by round, one through the other: what both suffered of the machine falls out.</summary>
    public static Spread Ratio(Spread of, Spread to) => new([.. of.Rounds.Zip(to.Rounds, (a, b) => a / b)]);

    /// <summary>The value that a share of all values does not exceed.</summary>
    public static double At(IReadOnlyList<double> values, double share)
    {
        var ordered = values.Order().ToList();
        if (share == 0.5 && ordered.Count % 2 == 0) return (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
        return ordered[(int)Math.Min(ordered.Count - 1, Math.Floor(share * ordered.Count))];
    }
}
