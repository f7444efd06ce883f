using System.Globalization;
using Microsoft.Data.Sqlite;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using Npgsql;

namespace NexiPortal.Web.Tests;

/// <summary><c>move --from</c>: a portal on SQLite goes on with PostgreSQL as if nothing had happened.</summary>
public sealed class MoveTests
{
    [Fact]
    public async Task Move_CopiesEveryRow_AndSessionsAndPasswordsGoOn()
    {
        await using var database = await PostgreSql.CreateAsync();
        await using var sink = SmtpSink.Start();
        await using var old = await WebProcess.StartAsync(MailServer.At(sink.Port));
        using var registrant = CookieJar.CreateClient(old.Address, out var cookies);
        await registrant.RequestLinkAsync("registrant@sample.com");
        await (await registrant.EnterAsync(await sink.NextAsync(TimeSpan.FromSeconds(90)))).FillAsync(ApplicationType.HeadOffice);
        string id;
        await using (var beside = TestPortal.Beside(old))
        {
            await beside.RegisterHeadOfficeAsync();
            id = (await beside.EnterServiceAsync()).Id;
            await beside.AddApplicantAsync(await beside.InsuranceUserOfAsync(id));
            (await beside.SendAsync(new SealAuditEntries.Command())).Errors.ShouldBeEmpty();
        }
        (await MoveAsync(old, database)).Output.ShouldContain("Another NexiPortal already runs on");
        await old.TerminateAsync();

        var (exitCode, output) = await MoveAsync(old, database);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("The audit trail is whole");
        var before = await SqliteRowsAsync(FileOf(old));
        var after = await PostgreSqlRowsAsync(database, before.Keys);
        foreach (var (table, rows) in before) after[table].ShouldBe(rows, table);
        before.Count(table => table.Value.Length > 0).ShouldBeGreaterThan(12, string.Join(", ", before.Where(table => table.Value.Length == 0).Select(table => table.Key)));
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>([.. Settings(old, database), .. MailServer.At(sink.Port)]));
        using var client = CookieJar.CreateClient(portal.Address, out var copied);
        foreach (var (name, value) in cookies.Cookies) copied.Put(name, value);
        (await (await Page.GetAsync(client, "/registration/terms")).SubmitAsync()).Heading.ShouldContain("ステップ5");
        using var administrator = portal.CreateClient();
        (await administrator.LogInAsync(id, ServiceSteps.Password)).Address.AbsolutePath.ShouldBe("/service");
    }

    [Fact]
    public async Task Move_OfWhatCannotGoOn_IsRefused_AndKeepsNothing()
    {
        await using var database = await PostgreSql.CreateAsync();
        await using var old = await WebProcess.StartAsync();
        // By its seals the trail shows whose keys it is kept with.
        await using (var portal = TestPortal.Beside(old)) await portal.SendAsync(new SealAuditEntries.Command());
        await old.TerminateAsync();
        var strangeKeys = Directory.CreateTempSubdirectory("nexiportal-keys-");

        (await MoveAsync(old, database, new() { ["Portal__KeysDirectory"] = strangeKeys.FullName })).Output.ShouldContain("copy the keys that belong to");
        await File.WriteAllBytesAsync(Path.Combine(strangeKeys.FullName, "audit.key"), new byte[32], TestContext.Current.CancellationToken);
        (await MoveAsync(old, database, new() { ["Portal__KeysDirectory"] = strangeKeys.FullName })).Output.ShouldContain("holds other keys than its own");
        strangeKeys.Delete(recursive: true);
        (await MoveAsync(old, database, new() { ["Database__Provider"] = "Sqlite", ["ConnectionStrings__Portal"] = "" })).Output.ShouldContain("Set Database__Provider=PostgreSql");
        (await PostgreSqlRowsAsync(database, ["StaffMembers", "AuditEntries"])).Values.ShouldAllBe(rows => rows.Length == 0);

        (await MoveAsync(old, database)).ExitCode.ShouldBe(0);
        var again = await MoveAsync(old, database);
        again.ExitCode.ShouldBe(1);
        again.Output.ShouldContain("is not empty");
    }

    private static Task<(int ExitCode, string Output)> MoveAsync(WebProcess old, PostgreSql.Database database, Dictionary<string, string>? but = null)
    {
        var settings = Settings(old, database);
        foreach (var (name, value) in but ?? []) settings[name] = value;
        return WebProcess.RunAsync(old.DataDirectory, ["move", "--from", FileOf(old)], settings);
    }

    private static Dictionary<string, string> Settings(WebProcess old, PostgreSql.Database database) => new()
    {
        ["Database__Provider"] = "PostgreSql",
        ["ConnectionStrings__Portal"] = database.ConnectionString,
        ["Portal__KeysDirectory"] = Path.Combine(old.DataDirectory, "keys"),
    };

    private static string FileOf(WebProcess old) => Path.Combine(old.DataDirectory, "nexiportal.db");

    // Every row as text, by table; read without the portal's own model, so that nothing it leaves out is left out here.
    private static async Task<SortedDictionary<string, string[]>> SqliteRowsAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await using (var command = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'", connection))
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) tables.Add(reader.GetString(0));
        }
        return await RowsAsync(connection, tables);
    }

    private static async Task<SortedDictionary<string, string[]>> PostgreSqlRowsAsync(PostgreSql.Database database, IEnumerable<string> tables)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return await RowsAsync(connection, tables);
    }

    private static async Task<SortedDictionary<string, string[]>> RowsAsync(System.Data.Common.DbConnection connection, IEnumerable<string> tables)
    {
        var rows = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table that the database itself told.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var lines = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={AsText(reader.GetValue(i))}").Order(StringComparer.Ordinal)));
            rows[table] = [.. lines.Order(StringComparer.Ordinal)];
        }
        return rows;
    }

    private static string AsText(object value) => value switch
    {
        DBNull => "(none)",
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime instant => $"{new DateTimeOffset(instant).ToUnixTimeMilliseconds()}",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "1" : "0",
        Guid id => $"{id}".ToUpperInvariant(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
