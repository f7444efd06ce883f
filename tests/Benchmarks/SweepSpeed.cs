using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>The sweep over links that ran out measured: by the use case, with somebody who writes beside it, and by one UPDATE over the same rows in the same file.</summary>
internal sealed class SweepSpeed : IAsyncDisposable
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMilliseconds(50);

    private const string Expired = """ "ApplicationId" IS NULL AND "Address" IS NOT NULL AND "ExpiresAt" <= 9999999999999 """;

    private readonly TestPortal _portal;

    private SweepSpeed(TestPortal portal) => _portal = portal;

    /// <summary>A sweep: how long it took, how long the slowest write beside it, and by how many bytes managed memory grew meanwhile.</summary>
    internal sealed record Sweep(int Forgotten, TimeSpan Took, IReadOnlyList<double> Waits, long Growth);

    private string Prepared => $"{_portal.DatabaseFile}.prepared";

    /// <summary>A portal with as many links that ran out, of sixty days; every thirtieth has a draft, every twentieth a mail.</summary>
    public static async Task<SweepSpeed> PrepareAsync(int links)
    {
        var portal = await TestPortal.StartAsync();
        await portal.FillAndConfirmAsync(await portal.EnterAsync());
        using (var file = portal.OpenFile())
        {
            file.Do("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000;");
            var day = $"(i / {links / 60 + 1}) * 86400000";
            file.Copy("RegistrationLinks", ManyRows.Numbers(links),
                ("Id", ManyRows.IdOfRow), ("TokenDigest", "randomblob(32)"), ("PasswordDigest", "randomblob(32)"), ("Address", "'soumu' || i || '@company.example.jp'"),
                ("IssuedAt", $"\"IssuedAt\" + {day} + i % 1000"), ("ExpiresAt", $"\"ExpiresAt\" + {day}"), ("RemindAt", "NULL"));
            file.Copy("Drafts", ManyRows.Numbers(links, 30), ("Id", ManyRows.IdOfRow), ("LinkId", ManyRows.IdOfRow));
            file.Copy("OutgoingMails", ManyRows.Numbers(links, 20), ("Id", ManyRows.IdOfRow), ("SubjectId", ManyRows.IdOfRow), ("SealedBody", "randomblob(2500)"));
            file.Do("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        SqliteConnection.ClearAllPools();
        portal.Clock.Advance(TimeSpan.FromDays(150));
        File.Move(portal.DatabaseFile, $"{portal.DatabaseFile}.prepared");
        return new(portal);
    }

    /// <summary>One UPDATE over every link.</summary>
    public TimeSpan Update() => Take($"""UPDATE "RegistrationLinks" SET "Address" = NULL, "RemindAt" = NULL, "Version" = "Version" + 1 WHERE {Expired}""");

    /// <summary>Everything that the sweep does in one transaction: the drafts and mails, too.</summary>
    public TimeSpan Forget() => Take($"""
        BEGIN IMMEDIATE;
        DELETE FROM "Drafts" WHERE "LinkId" IN (SELECT "Id" FROM "RegistrationLinks" WHERE {Expired});
        DELETE FROM "OutgoingMails" WHERE "SubjectId" IN (SELECT "Id" FROM "RegistrationLinks" WHERE {Expired} AND "Resumes" IS NULL);
        UPDATE "RegistrationLinks" SET "Address" = NULL, "RemindAt" = NULL, "Version" = "Version" + 1 WHERE {Expired};
        COMMIT;
        """);

    /// <summary>The use case, with somebody who writes beside it.</summary>
    public async Task<Sweep> SweepAsync()
    {
        Restore();
        using var done = new CancellationTokenSource();
        var (waits, before, most) = (new List<double>(), GC.GetTotalMemory(forceFullCollection: true), 0L);
        var beside = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var begun = Stopwatch.GetTimestamp();
                await _portal.SendAsync(new RecordRefusedAccess.Command("/measured", Guid.NewGuid()));
                waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(BetweenWrites);
            }
        });
        var started = Stopwatch.GetTimestamp();
        var forgotten = (await _portal.SendAsync(new ForgetExpiredLinks.Command())).Value;
        var took = Stopwatch.GetElapsedTime(started);
        await done.CancelAsync();
        await beside;
        return new(forgotten, took, waits, most - before);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private TimeSpan Take(string sql)
    {
        Restore();
        using var file = _portal.OpenFile();
        var started = Stopwatch.GetTimestamp();
        file.Do(sql);
        return Stopwatch.GetElapsedTime(started);
    }

    // On disk before anybody measures, so that nobody waits for the copy.
    private void Restore()
    {
        SqliteConnection.ClearAllPools();
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(_portal.DatabaseFile + end);
        File.Copy(Prepared, _portal.DatabaseFile);
        using var copy = new FileStream(_portal.DatabaseFile, FileMode.Open, FileAccess.Write);
        copy.Flush(flushToDisk: true);
    }
}
