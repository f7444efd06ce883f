using System.Threading.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Security;

namespace NexiPortal.Web.Security;

/// <summary>
/// Lets only so many forms with passwords in at once, so that hashing them leaves the other pages their time; beyond that 429. From one network address only a part
/// of these comes in, so that whoever sends hundreds from there leaves the others their turn.
/// </summary>
internal static class HashingTraffic
{
    /// <summary>Name of the limit, for the pages that hash.</summary>
    public const string Policy = "hashing";

    public static IServiceCollection AddHashingTraffic(this IServiceCollection services, HashingSettings hashing)
    {
        LeaveThreads(hashing.AtOnce);
        var fromAll = new ConcurrencyLimiter(new() { PermitLimit = hashing.AtOnce, QueueLimit = hashing.Waiting });
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.Get(http.RequestServices.GetRequiredService<IRequestOrigin>().Digest, _ => RateLimiter.CreateChained(FromOne(hashing), fromAll))
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    // A hash keeps its thread until it is done, and the pool is slow to add another: as many as hash are there beside those the pages have anyway.
    private static void LeaveThreads(int hashes)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + hashes), completions);
    }

    private static ConcurrencyLimiter FromOne(HashingSettings hashing) =>
        new(new() { PermitLimit = Math.Max(1, hashing.AtOnce - 1), QueueLimit = Math.Max(1, hashing.Waiting / 2) });
}
