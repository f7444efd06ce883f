using System.Threading.RateLimiting;
using NexiPortal.Infrastructure.Security;

namespace NexiPortal.Web.Security;

/// <summary>Lets only so many forms with passwords in at once, so that hashing them leaves the other pages their time; beyond that 429.</summary>
internal static class HashingTraffic
{
    /// <summary>Name of the limit, for the pages that hash.</summary>
    public const string Policy = "hashing";

    public static IServiceCollection AddHashingTraffic(this IServiceCollection services, HashingSettings hashing) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetConcurrencyLimiter(Policy, _ => new() { PermitLimit = hashing.AtOnce, QueueLimit = hashing.Waiting })
                : RateLimitPartition.GetNoLimiter(""));
        });
}
