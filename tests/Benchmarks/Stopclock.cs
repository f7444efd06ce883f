using System.Diagnostics;

namespace NexiPortal.Benchmarks;

/// <summary>How long single things take, in milliseconds.</summary>
internal static class Stopclock
{
    /// <summary>The quickest of some: what the machine did meanwhile falls out.</summary>
    public static async Task<double> QuickestAsync(Func<Task> act, int times = 10)
    {
        var quickest = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await act();
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return quickest;
    }
}
