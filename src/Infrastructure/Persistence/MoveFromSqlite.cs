using System.Data.Common;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>
/// From one node to several: everything in an SQLite file is copied into an empty PostgreSQL database in one transaction, which is kept only
/// when every table has as many rows as before and the audit chain is whole. The file is read and stays as it is.
/// </summary>
public static class MoveFromSqlite
{
    /// <summary>Copies the file into the database of the settings (<c>move --from</c>).</summary>
    /// <returns>How many rows were copied.</returns>
    /// <param name="services">The portal, set up for PostgreSQL and with the keys that belong to the file.</param>
    /// <param name="file">The SQLite file.</param>
    /// <param name="ct">Ends the work; nothing is kept then.</param>
    /// <exception cref="StartRefusedException">A portal serves the file, it is of another version, the keys are not there, the database is not empty, or the copy is not whole.</exception>
    public static async Task<long> MoveFromSqliteAsync(this IServiceProvider services, string file, CancellationToken ct)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (settings.Provider != DatabaseProvider.PostgreSql) throw new StartRefusedException("Set Database__Provider=PostgreSql and ConnectionStrings__Portal: that is where the data is moved to.");
        if (!File.Exists(file)) throw new StartRefusedException($"There is no database {file}.");
        var keys = services.GetRequiredService<DataDirectories>().Keys;
        if (!KeyFile.Exists(keys, KeyFile.Audit)) throw new StartRefusedException($"There is no {KeyFile.Audit}.key in {keys}; copy the keys that belong to {file} there first.");

        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;
        using var stopped = SoleServer.Become(new DatabaseSettings(DatabaseProvider.Sqlite, connection));
        await using var source = new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(connection).Options);
        if (!source.Database.GetMigrations().SequenceEqual(await source.Database.GetAppliedMigrationsAsync(ct)))
            throw new StartRefusedException($"{file} is not of this version; run \"migrate\" on it first.");

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSchema>().BringUpToDateAsync(ct);
        var target = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        target.Database.SetCommandTimeout(0); // However much there is: nobody waits for an answer but who moves it.
        await using var whole = await target.Database.BeginTransactionAsync(ct);
        await using var unchanged = await source.Database.BeginTransactionAsync(ct);
        var rows = 0L;
        foreach (var table in InOrderOfReference(target.Model.GetRelationalModel().Tables))
            rows += await new Copy(source.Model.GetRelationalModel().FindTable(table.Name, null)!, table).RunAsync((SqliteConnection)source.Database.GetDbConnection(), (NpgsqlConnection)target.Database.GetDbConnection(), ct);
        var trail = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyAuditTrail.Query(), ct)).Value;
        if (trail.FaultCount > 0) throw new StartRefusedException($"The audit trail of {file} is broken, or {keys} holds other keys than its own: {trail.FaultCount} faults. Nothing was copied.");
        await whole.CommitAsync(ct);
        return rows;
    }

    // A row comes after those that it names.
    private static List<ITable> InOrderOfReference(IEnumerable<ITable> tables)
    {
        var ordered = new List<ITable>();
        foreach (var table in tables) Add(table);
        return ordered;

        void Add(ITable table)
        {
            if (ordered.Contains(table)) return;
            foreach (var named in table.ForeignKeyConstraints.Select(key => key.PrincipalTable).Where(named => named != table)) Add(named);
            ordered.Add(table);
        }
    }

    private sealed class Copy(ITable from, ITable to)
    {
        private readonly List<CopiedColumn> _columns = [.. to.Columns.Select(column => new CopiedColumn(from.FindColumn(column.Name)!, column))];

        private string Columns => string.Join(", ", _columns.Select(column => Quoted(column.Name)));

        private string Table => Quoted(to.Name);

        public async Task<long> RunAsync(SqliteConnection source, NpgsqlConnection target, CancellationToken ct)
        {
            if (await CountAsync(target, ct) > 0) throw new StartRefusedException($"The database {target.Database} is not empty ({to.Name} has rows); name one that is.");
            var expected = await CountAsync(source, ct);
#pragma warning disable CA2100 // Names of the portal's own tables and columns.
            await using var command = source.CreateCommand();
            command.CommandText = $"SELECT {Columns} FROM {Table}";
#pragma warning restore CA2100
            await using (var reader = await command.ExecuteReaderAsync(ct))
            await using (var writer = await target.BeginBinaryImportAsync($"COPY {Table} ({Columns}) FROM STDIN (FORMAT BINARY)", ct))
            {
                writer.Timeout = TimeSpan.Zero;
                while (await reader.ReadAsync(ct))
                {
                    await writer.StartRowAsync(ct);
                    foreach (var (ordinal, column) in _columns.Index())
                    {
                        if (await reader.IsDBNullAsync(ordinal, ct)) await writer.WriteNullAsync(ct);
                        else await writer.WriteAsync(column.Read(reader, ordinal), column.StoreType, ct);
                    }
                }
                await writer.CompleteAsync(ct);
            }
            var copied = await CountAsync(target, ct);
            return copied == expected ? copied : throw new StartRefusedException($"{to.Name} had {expected} rows and {copied} were copied. Nothing was kept; stop whatever writes to the file.");
        }

        private async Task<long> CountAsync(DbConnection database, CancellationToken ct)
        {
            await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The name of one of the portal's own tables.
            command.CommandText = $"SELECT count(*) FROM {Table}";
            command.CommandTimeout = 0;
#pragma warning restore CA2100
            return (long)(await command.ExecuteScalarAsync(ct))!;
        }

        private static string Quoted(string name) => $"\"{name}\"";
    }

    /// <summary>A column of both databases; what they store differently goes by way of the value both mean.</summary>
    private sealed class CopiedColumn(IColumn from, IColumn to)
    {
        private readonly RelationalTypeMapping _from = MappingOf(from);
        private readonly RelationalTypeMapping _to = MappingOf(to);

        public string Name => to.Name;

        public string StoreType => _to.StoreTypeNameBase;

        public object Read(DbDataReader reader, int ordinal)
        {
            var stored = _from.GetDataReaderMethod().Invoke(reader, [ordinal])!;
            if (StoredAs(_from) == StoredAs(_to)) return stored;
            var meant = _from.Converter?.ConvertFromProvider(stored) ?? stored;
            return _to.Converter?.ConvertToProvider(meant) ?? meant;
        }

        private static Type StoredAs(RelationalTypeMapping mapping) => mapping.Converter?.ProviderClrType ?? mapping.ClrType;

        private static RelationalTypeMapping MappingOf(IColumn column) => column.PropertyMappings[0].TypeMapping;
    }
}
