namespace NexiPortal.Benchmarks;

/// <summary>One row of the table: an operation, what it is measured beside in the same run, and the goal.</summary>
internal abstract class Row
{
    /// <summary>The word that asks for it by itself (<c>--rows</c>).</summary>
    public abstract string Key { get; }

    /// <summary>Measures it.</summary>
    public abstract Task<IReadOnlyList<Line>> MeasureAsync(Plan plan);
}

/// <summary>A line of the table.</summary>
/// <param name="Operation">What was measured.</param>
/// <param name="Beside">The peer or limit it was measured beside; empty for none.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Here">What the portal took or did.</param>
/// <param name="There">What the peer took or did.</param>
/// <param name="Measure">What the goal speaks of: the ratio, or the portal's own figure.</param>
/// <param name="Goal">The goal; null for a figure that only explains another.</param>
internal sealed record Line(string Operation, string Beside, string Unit, Spread Here, Spread? There, Spread Measure, Goal? Goal)
{
    /// <summary>A ratio to a peer.</summary>
    public static Line Compare(string operation, string beside, string unit, Spread here, Spread there, Goal? goal) => new(operation, beside, unit, here, there, Spread.Ratio(here, there), goal);

    /// <summary>A figure by itself.</summary>
    public static Line Alone(string operation, string unit, Spread here, Goal? goal) => new(operation, "", unit, here, null, here, goal);

    /// <summary>Whether it says more of the operation of a line above.</summary>
    public bool IsDetail => Operation.StartsWith('–');

    public bool IsReached => Goal is null || Goal.IsReachedBy(Measure.Median);

    /// <summary>A ratio worse than anything that a busy machine, a build for debugging and a small amount explain.</summary>
    public bool IsGrosslyMissed => There is not null && Goal is not null && !Goal.IsNearlyReachedBy(Measure.Median);
}

/// <summary>A goal of QUALITY §3.</summary>
internal sealed record Goal(double Limit, bool AtLeast, string Unit)
{
    /// <summary>How many times worse a ratio may be before it is a mistake: a busy machine makes it half as good.</summary>
    public double Gross { get; init; } = 4;

    public static Goal Ratio(double atLeast) => new(atLeast, true, "×");

    public static Goal RatioAtMost(double atMost) => new(atMost, false, "×");

    public static Goal AtMost(double limit, string unit) => new(limit, false, unit);

    public bool IsReachedBy(double value) => AtLeast ? value >= Limit : value <= Limit;

    public bool IsNearlyReachedBy(double value) => AtLeast ? value * Gross >= Limit : value <= Limit * Gross;

    public override string ToString() => $"{(AtLeast ? "≥" : "≤")} {Limit:0.##} {Unit}";
}
