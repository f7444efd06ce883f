using Microsoft.Data.Sqlite;
using NexiPortal.Application.Common;

namespace NexiPortal.Infrastructure.Backups;

/// <summary>The SQLite file, taken by VACUUM INTO: as of one moment, without what was deleted, and without holding up who writes.</summary>
internal sealed class SqliteCopy(string connectionString) : DatabaseCopy
{
    private readonly string _connection = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private readonly string _file = new SqliteConnectionStringBuilder(connectionString).DataSource;

    protected override string FileName => "nexiportal.db";

    public override async Task SaveAsync(string backup, CancellationToken ct)
    {
        if (!File.Exists(_file)) throw new StartRefusedException($"There is no database {_file}.");
        var copied = FileIn(backup);
        await using (var connection = new SqliteConnection(_connection))
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", copied);
            await command.ExecuteNonQueryAsync(ct);
        }
        // SQLite leaves it to the system when the copy reaches the disk.
        await using var written = new FileStream(copied, FileMode.Open, FileAccess.Write);
        written.Flush(flushToDisk: true);
    }

    public override Task DemandNothingThereAsync(CancellationToken ct) =>
        File.Exists(_file) ? throw new StartRefusedException($"There is a database {_file} already; move it away first, with its -wal and -shm files.") : Task.CompletedTask;

    public override Task LoadAsync(string backup, CancellationToken ct)
    {
        // Under its name only when it is whole.
        var draft = $"{_file}.{Guid.NewGuid():N}";
        File.Copy(FileIn(backup), draft);
        File.Move(draft, _file);
        return Task.CompletedTask;
    }
}
