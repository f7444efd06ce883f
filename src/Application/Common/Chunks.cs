using System.Diagnostics;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>
/// Work on many rows, some at a time: each chunk is a transaction of its own, so that nobody waits long for the tables, and one node at a time
/// is at it, so that two never take the same rows. What is done is done when the work is broken off; the next run goes on behind it.
/// </summary>
internal static class Chunks
{
    /// <summary>Rows a chunk when statements do the work; of the first, where they are as many as are done in a moment.</summary>
    public const int OfRows = 1000;

    private const int FewestRows = 100, MostRows = 16_000;

    // Others wait for a chunk; but each costs a commit, and pages that several chunks change are written by each.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Aggregates a chunk when each is loaded and changed.</summary>
    public const int OfAggregates = 200;

    /// <summary>Runs chunks until one finds nothing left to do; gives back how much was done.</summary>
    public static Task<Result<int>> InChunksAsync(this IUnitOfWork work, string turn, Func<Task<int>> chunk, CancellationToken ct) => work.InChunksAsync(turn, _ => chunk(), ct);

    /// <summary>Runs chunks of as many rows as are done in a moment, until one finds nothing left to do; gives back how much was done.</summary>
    public static async Task<Result<int>> InChunksAsync(this IUnitOfWork work, string turn, Func<int, Task<int>> chunk, CancellationToken ct)
    {
        var rows = OfRows;
        for (var all = 0; ;)
        {
            await work.TakeTurnAsync(turn, ct);
            var began = Stopwatch.GetTimestamp();
            var done = await chunk(rows);
            var saved = await work.SaveAsync(ct);
            if (!saved.Succeeded) return Result<int>.Refuse(saved.Errors);
            if (done == 0) return all;
            all += done;
            // At most twice as many the next time: the first chunks are no measure yet.
            rows = (int)Math.Clamp(rows * Math.Min(Moment / Stopwatch.GetElapsedTime(began), 2), FewestRows, MostRows);
            await work.ForgetAsync();
        }
    }
}
