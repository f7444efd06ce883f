using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>
/// Work on many rows, some at a time: each chunk is a transaction of its own, so that nobody waits long for the tables, and one node at a time
/// is at it, so that two never take the same rows. What is done is done when the work is broken off; the next run goes on behind it.
/// </summary>
internal static class Chunks
{
    /// <summary>Rows a chunk when statements do the work.</summary>
    public const int OfRows = 1000;

    /// <summary>Aggregates a chunk when each is loaded and changed.</summary>
    public const int OfAggregates = 200;

    /// <summary>Runs chunks until one finds nothing left to do; gives back how much was done.</summary>
    public static async Task<Result<int>> InChunksAsync(this IUnitOfWork work, string turn, Func<Task<int>> chunk, CancellationToken ct)
    {
        for (var all = 0; ;)
        {
            await work.TakeTurnAsync(turn, ct);
            var done = await chunk();
            var saved = await work.SaveAsync(ct);
            if (!saved.Succeeded) return Result<int>.Refuse(saved.Errors);
            if (done == 0) return all;
            all += done;
            await work.ForgetAsync();
        }
    }
}
