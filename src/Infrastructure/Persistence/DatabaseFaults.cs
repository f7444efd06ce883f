using Microsoft.Data.Sqlite;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Tells a database that cannot serve just now from a mistake of ours.</summary>
public static class DatabaseFaults
{
    // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN.
    private static readonly int[] SqliteCodes = [5, 6, 10, 13, 14];

    // A wrong password or user, no such database, no right to it.
    private static readonly string[] PostgreSqlRefusals = [PostgresErrorCodes.InvalidPassword, PostgresErrorCodes.InvalidAuthorizationSpecification, PostgresErrorCodes.InvalidCatalogName, PostgresErrorCodes.InsufficientPrivilege];

    /// <summary>Whether the database is not to be had as the settings have it: out of reach, or it lets nobody in under that name.</summary>
    public static bool IsNotToBeHad(Exception fault) => CannotServeNow(fault) || CausesOf(fault).Any(cause => cause is PostgresException refused && PostgreSqlRefusals.Contains(refused.SqlState));

    /// <summary>Whether trying again later may well succeed: the database is locked, full, stopped or out of reach.</summary>
    public static bool CannotServeNow(Exception fault)
    {
        foreach (var cause in CausesOf(fault))
        {
            if (cause is TimeoutException or NpgsqlException { IsTransient: true }) return true;
            if (cause is SqliteException sqlite && SqliteCodes.Contains(sqlite.SqliteErrorCode)) return true;
        }
        return false;
    }

    private static IEnumerable<Exception> CausesOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
