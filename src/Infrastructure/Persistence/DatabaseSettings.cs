namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Which database keeps the portal's data (<c>Database__Provider</c>).</summary>
public enum DatabaseProvider
{
    /// <summary>One file beside the portal: for one node.</summary>
    Sqlite,

    /// <summary>A server: for several nodes.</summary>
    PostgreSql,
}

/// <summary>The database and how it is reached.</summary>
/// <param name="Provider">Kind of database.</param>
/// <param name="ConnectionString">Connection string (<c>ConnectionStrings__Portal</c>).</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>
    /// How long another process's lock on SQLite, or a connection to PostgreSQL, is waited for (<c>Database__BusySeconds</c>);
    /// twice as long the portal's own writers wait for one another, and anybody for PostgreSQL's answer.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
