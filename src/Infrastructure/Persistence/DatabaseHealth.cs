using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseHealth(PortalDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
