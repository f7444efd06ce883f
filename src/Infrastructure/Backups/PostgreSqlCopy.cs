using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NexiPortal.Application.Common;
using Npgsql;

namespace NexiPortal.Infrastructure.Backups;

/// <summary>The PostgreSQL database by PostgreSQL's own pg_dump and pg_restore, which must be on the path; without the job store, which holds nothing of value.</summary>
internal sealed class PostgreSqlCopy(string connectionString) : DatabaseCopy
{
    private readonly NpgsqlConnectionStringBuilder _database = new(connectionString) { Pooling = false };

    protected override string FileName => "nexiportal.dump";

    public override Task SaveAsync(string backup, CancellationToken ct) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=hangfire", $"--file={FileIn(backup)}"], ct);

    public override async Task DemandNothingThereAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(ct);
        // Hangfire makes its own tables as soon as the portal is composed; nothing of value lives in them.
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'hangfire'))", connection);
        if (await command.ExecuteScalarAsync(ct) is true) throw new StartRefusedException($"The database {_database.Database} is not empty; name one that is.");
    }

    public override Task LoadAsync(string backup, CancellationToken ct) =>
        RunAsync("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={_database.Database}", FileIn(backup)], ct);

    private async Task RunAsync(string tool, string[] arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        // Not as arguments, which every user of the machine can read.
        start.Environment["PGHOST"] = _database.Host;
        start.Environment["PGPORT"] = _database.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = _database.Database;
        if (_database.Username is { } user) start.Environment["PGUSER"] = user;
        if (_database.Password is { } password) start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) throw new StartRefusedException($"{tool} failed: {said.Trim()}");
        }
        catch (Win32Exception)
        {
            throw new StartRefusedException($"{tool} is not on the path; it comes with PostgreSQL.");
        }
    }
}
