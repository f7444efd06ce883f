using Microsoft.Data.Sqlite;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Tells a database that cannot serve just now from a mistake of ours.</summary>
public static class DatabaseFaults
{
    // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN.
    private static readonly int[] SqliteCodes = [5, 6, 10, 13, 14];

    /// <summary>Whether trying again later may well succeed: the database is locked, full, stopped or out of reach.</summary>
    public static bool CannotServeNow(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is TimeoutException or NpgsqlException { IsTransient: true }) return true;
            if (cause is SqliteException sqlite && SqliteCodes.Contains(sqlite.SqliteErrorCode)) return true;
        }
        return false;
    }
}
