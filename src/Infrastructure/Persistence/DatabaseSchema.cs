using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Brings the database to this version of the portal, one process at a time, and refuses one that is ahead of it.</summary>
internal sealed class DatabaseSchema(PortalDbContext db, DatabaseSettings settings, DataDirectories directories)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="StartRefusedException">The database was used by a newer version.</exception>
    public async Task BringUpToDateAsync(CancellationToken ct)
    {
        await using var alone = settings.Provider == DatabaseProvider.Sqlite ? await LockFileAsync(ct) : await LockDatabaseAsync(ct);
        // EF's own lock row outlives a process killed in the middle of a migration; with the file lock held nobody can rightly own it.
        // This also makes the file, with its write-ahead log: EF looks at it by a read-only connection first, which could not.
        if (settings.Provider == DatabaseProvider.Sqlite) await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", ct);
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = alone is null ? [] : (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet();
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
            throw new StartRefusedException($"The database was brought to \"{newer}\" by a newer version of NexiPortal; start that version, or restore a backup.");
        if (applied.IsSupersetOf(known)) return;
        // A migration takes the time it takes: PostgreSQL's answer is waited for without end. SQLite would so wait for a lock.
        if (settings.Provider == DatabaseProvider.PostgreSql) db.Database.SetCommandTimeout(0);
        await db.Database.MigrateAsync(ct);
    }

    private async Task<IAsyncDisposable?> LockFileAsync(CancellationToken ct)
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

    // EF locks its table of migrations, but two nodes can find an empty database at once before there is one.
    private async Task<IAsyncDisposable?> LockDatabaseAsync(CancellationToken ct)
    {
        // Without pooling the lock ends with the connection, and with a process that is killed.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('NexiPortal migration', 0))", connection) { CommandTimeout = (int)Patience.TotalSeconds };
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await connection.DisposeAsync();
            return null; // No database yet: EF makes it.
        }
    }
}
