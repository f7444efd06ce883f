using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Brings the database to this version of the portal, one process at a time, and refuses one that is ahead of it.</summary>
internal sealed class DatabaseSchema(PortalDbContext db, DatabaseSettings settings, DataDirectories directories)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="StartRefusedException">The database was used by a newer version.</exception>
    public async Task BringUpToDateAsync(CancellationToken ct)
    {
        using var alone = settings.Provider == DatabaseProvider.Sqlite ? await LockAsync(ct) : null;
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = alone is null && !await db.Database.CanConnectAsync(ct) ? [] : await db.Database.GetAppliedMigrationsAsync(ct);
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
            throw new StartRefusedException($"The database was brought to \"{newer}\" by a newer version of NexiPortal; start that version, or restore a backup.");
        // EF's own lock row outlives a process killed in the middle of a migration; with the file lock held nobody can rightly own it.
        if (alone is not null && applied.Any()) await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", ct);
        await db.Database.MigrateAsync(ct);
    }

    private async Task<FileStream> LockAsync(CancellationToken ct)
    {
        var path = Path.Combine(directories.Data, "migrate.lock");
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(100, ct);
            }
        }
    }
}
