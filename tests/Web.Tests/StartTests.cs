using System.Data.Common;
using Microsoft.Data.Sqlite;
using NexiPortal.TestSupport;
using Npgsql;

namespace NexiPortal.Web.Tests;

/// <summary>Starts on an empty database: two at once, and after a start that was killed; and starts on a database that is ahead.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nexiportal-");

    private string DatabaseFile => Path.Combine(_directory.FullName, "nexiportal.db");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    [Trait("Requirement", "F15")]
    public async Task TwoMigrationsAtOnce_OnOneEmptySqliteFile_BothSucceed()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => WebProcess.RunAsync(_directory.FullName, ["migrate"], patience: TimeSpan.FromSeconds(60))));

        foreach (var (exitCode, output) in runs) exitCode.ShouldBe(0, output);
        await using var portal = await WebProcess.StartAsync(dataDirectory: _directory.FullName);
    }

    [Fact]
    [Trait("Requirement", "F15")]
    public async Task TwoNodesAtOnce_OnOneEmptyPostgreSqlDatabase_AreBothReady()
    {
        await using var database = await PostgreSql.CreateAsync();
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Portal"] = database.ConnectionString,
            ["Portal__KeysDirectory"] = _directory.FullName,
        };

        var starts = Enumerable.Range(0, 2).Select(_ => WebProcess.StartAsync(settings, patience: TimeSpan.FromSeconds(60))).ToList();

        try
        {
            foreach (var node in await Task.WhenAll(starts))
            {
                using var client = node.CreateClient();
                (await client.RequestLinkAsync("taro@sample.com")).Heading.ShouldContain("登録用メール送信完了");
                (await node.OutputAsync()).ShouldNotContain("[ERR]");
            }
        }
        finally
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully)) await (await start).DisposeAsync();
        }
    }

    [Fact]
    [Trait("Requirement", "F16")]
    public async Task MigrationKilledHalfWay_IsFinishedByTheNextStart()
    {
        for (var kills = 0; kills < 3; kills++)
        {
            var waited = 0;
            (await WebProcess.KillAtAsync(_directory.FullName, ["migrate"], () => File.Exists(DatabaseFile) && waited++ > kills * 20)).ShouldBeTrue();
        }

        await using var portal = await WebProcess.StartAsync(dataDirectory: _directory.FullName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "F16")]
    public async Task LockLeftBehindByAKilledMigration_DoesNotHoldUpTheNextStart(bool migrated)
    {
        if (migrated) (await WebProcess.RunAsync(_directory.FullName, ["migrate"])).ExitCode.ShouldBe(0);
        await using (var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-07-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var portal = await WebProcess.StartAsync(dataDirectory: _directory.FullName);
    }

    [Fact]
    public async Task DatabaseThatLetsNobodyIn_IsToldInOneSentence()
    {
        await using var database = await PostgreSql.CreateAsync();
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Portal"] = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "nobody-of-that-name" }.ConnectionString,
        };

        var (exitCode, output) = await WebProcess.RunAsync(_directory.FullName, ["migrate"], settings);

        exitCode.ShouldBe(1);
        output.ShouldStartWith("The database cannot be used: ");
        output.Trim().Split('\n').ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "F17")]
    public async Task DatabaseOfANewerVersion_IsRefusedInOneSentence(bool onPostgreSql)
    {
        const string Newer = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Later', '99.0.0')";
        await using var database = onPostgreSql ? await PostgreSql.CreateAsync() : null;
        var settings = database is null ? [] : new Dictionary<string, string> { ["Database__Provider"] = "PostgreSql", ["ConnectionStrings__Portal"] = database.ConnectionString };
        (await WebProcess.RunAsync(_directory.FullName, ["migrate"], settings)).ExitCode.ShouldBe(0);
        await using DbConnection connection = database is null ? new SqliteConnection($"Data Source={DatabaseFile};Pooling=False") : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Newer;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        foreach (var arguments in new string[][] { [], ["migrate"] })
        {
            var (exitCode, output) = await WebProcess.RunAsync(_directory.FullName, arguments, settings);

            exitCode.ShouldBe(1, output);
            output.Trim().ShouldBe("The database was brought to \"29991231235959_Later\" by a newer version of NexiPortal; start that version, or restore a backup.");
        }
    }
}
