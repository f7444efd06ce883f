using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Backups;

/// <summary>One file of a backup: the database as it was at one moment.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>Name of the file.</summary>
    protected abstract string FileName { get; }

    public static DatabaseCopy Of(DatabaseSettings settings) =>
        settings.Provider == DatabaseProvider.Sqlite ? new SqliteCopy(settings.ConnectionString) : new PostgreSqlCopy(settings.ConnectionString);

    public bool IsIn(string backup) => File.Exists(FileIn(backup));

    /// <summary>Saves the database into a backup while others write to it.</summary>
    public abstract Task SaveAsync(string backup, CancellationToken ct);

    /// <exception cref="StartRefusedException">There is a database already.</exception>
    public abstract Task DemandNothingThereAsync(CancellationToken ct);

    /// <summary>Brings the database back, whole or not at all.</summary>
    public abstract Task LoadAsync(string backup, CancellationToken ct);

    protected string FileIn(string backup) => Path.Combine(backup, FileName);
}
