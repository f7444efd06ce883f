namespace NexiPortal.Application.Tests.Registration;

/// <summary>What a measure was in several rounds.</summary>
internal static class Rounds
{
    /// <summary>The value below which a share of them lies.</summary>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Min(sorted.Length * share, sorted.Length - 1)];
    }

    /// <summary>The middle one.</summary>
    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);
}
