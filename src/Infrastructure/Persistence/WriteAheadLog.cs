using Microsoft.EntityFrameworkCore;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>
/// SQLite's write-ahead log keeps what rows looked like before: after personal data were deleted it is emptied into the database,
/// where they are overwritten. PostgreSQL's vacuum does its part by itself.
/// </summary>
internal sealed class WriteAheadLog(PortalDbContext db, DatabaseSettings settings, WriteGate gate)
{
    private const int Tries = 50;

    /// <summary>Empties it; while somebody reads from it that is tried for some seconds, and otherwise left to the next time.</summary>
    public async Task EmptyAsync(CancellationToken ct)
    {
        if (settings.Provider != DatabaseProvider.Sqlite) return;
        await db.Database.OpenConnectionAsync(ct);
        for (var tries = 0; tries < Tries && !await TryEmptyAsync(ct); tries++) await Task.Delay(100, ct);
        await db.Database.CloseConnectionAsync();
    }

    private async Task<bool> TryEmptyAsync(CancellationToken ct)
    {
        using var alone = await gate.EnterAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        // The answer's first column says whether somebody was in the way.
        return await command.ExecuteScalarAsync(ct) is 0L;
    }
}
