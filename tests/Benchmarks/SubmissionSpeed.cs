using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>⑫ measured: many clients submit by the use case, and one connection writes the same rows by prepared commands, each into a file of its own.</summary>
internal sealed class SubmissionSpeed : IAsyncDisposable
{
    private readonly TestPortal _portal, _plain;
    private readonly int _version;
    private readonly ConcurrentQueue<Guid> _ready, _plainReady;
    private readonly PlainSubmission _submission;

    private SubmissionSpeed(TestPortal portal, TestPortal plain, int version, PlainSubmission submission)
    {
        (_portal, _plain, _version, _submission) = (portal, plain, version, submission);
        (_ready, _plainReady) = (ReadyLinks(portal), ReadyLinks(plain));
    }

    /// <summary>A round: how long each submission took in milliseconds, how long all of them, and the time of the processor this process used meanwhile.</summary>
    internal sealed record Round(IReadOnlyList<double> Each, TimeSpan Took, TimeSpan Processor)
    {
        public double PerSecond => Each.Count / Took.TotalSeconds;

        public double ProcessorOfEach => Processor.TotalMilliseconds / Each.Count;
    }

    /// <summary>Two portals with as many links each, confirmed at ⑪.</summary>
    public static async Task<SubmissionSpeed> PrepareAsync(int links)
    {
        var (portal, plain) = (await TestPortal.StartAsync(), await TestPortal.StartAsync());
        var version = await FillAsync(portal, links);
        await FillAsync(plain, links);
        return new(portal, plain, version, await PlainSubmission.LikeAsync(plain, version));
    }

    /// <summary>Clients submit one application after the other.</summary>
    public async Task<Round> SubmitAsync(int clients, TimeSpan time)
    {
        var each = new ConcurrentBag<double>();
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < time && _ready.TryDequeue(out var linkId))
            {
                var begun = Stopwatch.GetTimestamp();
                var submitted = await _portal.SubmitAsync(linkId, _version);
                each.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (!submitted.Succeeded) throw new InvalidOperationException(submitted.Errors[0].Code);
            }
        })));
        return new([.. each], Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
    }

    /// <summary>One connection writes the rows of one submission after the other.</summary>
    public Round Write(TimeSpan time)
    {
        var each = new List<double>();
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        while (Stopwatch.GetElapsedTime(started) < time && _plainReady.TryDequeue(out var linkId))
        {
            var begun = Stopwatch.GetTimestamp();
            _submission.Write(linkId);
            each.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return new(each, Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
    }

    public async ValueTask DisposeAsync()
    {
        _submission.Dispose();
        await _portal.DisposeAsync();
        await _plain.DisposeAsync();
    }

    private static async Task<int> FillAsync(TestPortal portal, int links)
    {
        var linkId = await portal.EnterAsync();
        var version = await portal.FillAndConfirmAsync(linkId);
        using var file = portal.OpenFile();
        file.Copy("RegistrationLinks", ManyRows.Numbers(links), ("Id", ManyRows.IdOfRow), ("TokenDigest", "randomblob(32)"), ("Address", "'soumu' || i || '@company.example.jp'"));
        file.Copy("Drafts", ManyRows.Numbers(links), ("Id", ManyRows.IdOfRow), ("LinkId", ManyRows.IdOfRow));
        file.Do("PRAGMA wal_checkpoint(TRUNCATE)");
        return version;
    }

    private static ConcurrentQueue<Guid> ReadyLinks(TestPortal portal)
    {
        using var file = portal.OpenFile();
        return new(file.Read("""SELECT "Id" FROM "RegistrationLinks" WHERE "ApplicationId" IS NULL""").Select(row => Guid.Parse((string)row["Id"])));
    }

    /// <summary>The rows that a submission by the use case wrote, written again for other links by prepared commands in one transaction.</summary>
    private sealed class PlainSubmission : IDisposable
    {
        private static readonly string[] Tables = ["RegistrationApplications", "ApplicationHistory", "OutgoingMails", "AuditEntries"];

        private readonly SqliteConnection _file;
        private readonly SqliteCommand _begin, _commit, _number, _link, _draft;
        private readonly List<(SqliteCommand Insert, Dictionary<string, object> Row)> _inserts;
        private readonly string _applicationId, _linkId;

        private PlainSubmission(SqliteConnection file, List<(string Table, Dictionary<string, object> Row)> rows)
        {
            _file = file;
            var application = rows.Single(row => row.Table == Tables[0]).Row;
            (_applicationId, _linkId) = ((string)application["Id"], (string)application["LinkId"]);
            (_begin, _commit) = (Prepare("BEGIN IMMEDIATE"), Prepare("COMMIT"));
            _number = Prepare("""INSERT INTO "NumberSequences" ("Name", "Last") VALUES (@name, 1) ON CONFLICT ("Name") DO UPDATE SET "Last" = "Last" + 1 RETURNING "Last" """, ("@name", ((string)application["Number"])[..4]));
            _link = Prepare("""UPDATE "RegistrationLinks" SET "ApplicationId" = @application, "RemindAt" = NULL, "FurthestStep" = 5, "Version" = "Version" + 1 WHERE "Id" = @id""", ("@application", ""), ("@id", ""));
            _draft = Prepare("""UPDATE "Drafts" SET "Type" = NULL, "Working" = '{}', "IsConfirmed" = 0, "SavedType" = NULL, "Saved" = '{}', "SavedAt" = NULL, "Version" = "Version" + 1 WHERE "LinkId" = @link""", ("@link", ""));
            _inserts = rows.ConvertAll(row => (Prepare(
                $"""INSERT INTO "{row.Table}" ({string.Join(", ", row.Row.Keys.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", row.Row.Keys.Select(column => $"@{column}"))})""",
                [.. row.Row.Select(value => ($"@{value.Key}", value.Value))]), row.Row));
        }

        public static async Task<PlainSubmission> LikeAsync(TestPortal portal, int version)
        {
            var file = portal.OpenFile();
            var before = Tables.Select(table => file.Read($"SELECT coalesce(max(rowid), 0) AS last FROM \"{table}\"")[0]["last"]).ToList();
            var submitted = await portal.SubmitAsync(Guid.Parse((string)file.Read("""SELECT "LinkId" FROM "Drafts" ORDER BY rowid LIMIT 1""")[0]["LinkId"]), version);
            if (!submitted.Succeeded) throw new InvalidOperationException(submitted.Errors[0].Code);
            return new(file, [.. Tables.Zip(before).SelectMany(table => file.Read($"SELECT * FROM \"{table.First}\" WHERE rowid > {table.Second} ORDER BY rowid").Select(row => (table.First, row)))]);
        }

        public void Write(Guid link)
        {
            var (linkId, applicationId) = (Text(link), Text(Guid.CreateVersion7()));
            _begin.ExecuteNonQuery();
            var number = ApplicationNumber.Of(JapanTime.DateAt(TestPortal.Start), (int)(long)_number.ExecuteScalar()!).Value;
            foreach (var (insert, row) in _inserts)
            {
                foreach (var (column, value) in row)
                {
                    insert.Parameters[$"@{column}"].Value =
                        Equals(value, _applicationId) ? applicationId
                        : Equals(value, _linkId) ? linkId
                        : column == "Id" ? Text(Guid.CreateVersion7())
                        : column == "Number" ? number
                        : value;
                }
                insert.ExecuteNonQuery();
            }
            _link.Parameters[0].Value = applicationId;
            _link.Parameters[1].Value = linkId;
            _link.ExecuteNonQuery();
            _draft.Parameters[0].Value = linkId;
            _draft.ExecuteNonQuery();
            _commit.ExecuteNonQuery();
        }

        public void Dispose()
        {
            foreach (var command in _inserts.Select(insert => insert.Insert).Concat([_begin, _commit, _number, _link, _draft])) command.Dispose();
            _file.Dispose();
        }

        private static string Text(Guid id) => id.ToString().ToUpperInvariant();

        private SqliteCommand Prepare(string sql, params (string Name, object Value)[] values)
        {
            var command = _file.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            command.Prepare();
            return command;
        }
    }
}
