using System.Collections.Concurrent;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>A backup made while people write, put back elsewhere, goes on where it was made; and one portal at a time serves an SQLite file.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nexiportal-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "F24")]
    public async Task Backup_UnderLoad_IsWhole_AndGoesOnWhereItIsRestored(bool onPostgreSql)
    {
        await using var lost = onPostgreSql ? await PostgreSql.CreateAsync() : null;
        await using var empty = onPostgreSql ? await PostgreSql.CreateAsync() : null;
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(Settings(sink, lost));
        using var registrant = CookieJar.CreateClient(portal.Address, out var cookies);
        await registrant.RequestLinkAsync("registrant@sample.com");
        await (await registrant.EnterAsync(await sink.NextAsync(Patience))).FillAsync(ApplicationType.HeadOffice);

        var acknowledged = new ConcurrentQueue<string>();
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(n => RequestLinksAsync(portal, n, acknowledged, enough.Token)).ToList();
        while (acknowledged.Count < 8) await Task.Delay(20);
        var before = acknowledged.ToList();
        var (exitCode, output) = await WebProcess.RunAsync(portal.DataDirectory, ["backup", "--to", Path("backup")], Settings(sink, lost));
        var all = acknowledged.Count;
        await enough.CancelAsync();
        await Task.WhenAll(load);

        exitCode.ShouldBe(0, output);
        all.ShouldBeGreaterThan(before.Count, "nobody was held up");
        var restored = await WebProcess.RunAsync(Path("restored"), ["restore", "--from", Path("backup")], Settings(sink, empty));
        restored.ExitCode.ShouldBe(0, restored.Output);
        restored.Output.ShouldContain("The audit trail is whole");
        await using var again = await WebProcess.StartAsync(Settings(sink, empty), dataDirectory: Path("restored"));
        using var client = CookieJar.CreateClient(again.Address, out var copied);
        foreach (var (name, value) in cookies.Cookies) copied.Put(name, value);
        (await (await Page.GetAsync(client, "/registration/terms")).SubmitAsync()).Heading.ShouldContain("ステップ5");
        var mails = await MailsAsync(sink, before);
        foreach (var address in before) (await client.EnterAsync(mails[address])).Form(ApplicationType.HeadOffice.Label()).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Requirement", "F25")]
    public async Task Restore_OverSomethingOrOfHalfABackup_IsRefused_AndChangesNothing()
    {
        (await WebProcess.RunAsync(Path("data"), ["migrate"])).ExitCode.ShouldBe(0);
        (await WebProcess.RunAsync(Path("data"), ["backup", "--to", Path("backup")])).ExitCode.ShouldBe(0);

        var again = await WebProcess.RunAsync(Path("data"), ["backup", "--to", Path("backup")]);
        again.ExitCode.ShouldBe(1);
        again.Output.ShouldContain("exists already");
        var over = await WebProcess.RunAsync(Path("data"), ["restore", "--from", Path("backup")]);
        over.ExitCode.ShouldBe(1);
        over.Output.ShouldContain("move it away first");
        Directory.Delete(Path("backup/keys"), recursive: true);
        var half = await WebProcess.RunAsync(Path("other"), ["restore", "--from", Path("backup")]);
        half.ExitCode.ShouldBe(1);
        half.Output.ShouldContain("is no backup");
        File.Exists(Path("other/nexiportal.db")).ShouldBeFalse();
        Directory.EnumerateDirectories(_directory.FullName, "*unfinished*").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "F18")]
    public async Task SecondPortal_OnOneSqliteFile_IsRefused_WhileCommandsRunBesideIt()
    {
        await using var portal = await WebProcess.StartAsync();

        var (exitCode, output) = await WebProcess.RunAsync(portal.DataDirectory, []);

        exitCode.ShouldBe(1);
        output.ShouldContain("Another NexiPortal already runs on");
        (await WebProcess.RunAsync(portal.DataDirectory, ["audit", "verify"])).ExitCode.ShouldBe(0);
        portal.Kill();
        await portal.RestartAsync();
    }

    private static Dictionary<string, string> Settings(SmtpSink sink, PostgreSql.Database? database)
    {
        var settings = new Dictionary<string, string>(MailServer.At(sink.Port)) { ["Registration__MailsPerOriginPerHour"] = "10000" };
        if (database is null) return settings;
        settings["Database__Provider"] = "PostgreSql";
        settings["ConnectionStrings__Portal"] = database.ConnectionString;
        return settings;
    }

    private static async Task RequestLinksAsync(WebProcess portal, int n, ConcurrentQueue<string> acknowledged, CancellationToken enough)
    {
        using var client = portal.CreateClient();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var address = $"load{n}x{i}@sample.com";
            if ((await client.RequestLinkAsync(address)).Heading.Contains("登録用メール送信完了", StringComparison.Ordinal)) acknowledged.Enqueue(address);
        }
    }

    private static async Task<Dictionary<string, SinkMail>> MailsAsync(SmtpSink sink, List<string> addresses)
    {
        var found = new Dictionary<string, SinkMail>();
        while (found.Count < addresses.Count)
        {
            var mail = await sink.NextAsync(Patience);
            if (addresses.Contains(mail.Recipients[0])) found[mail.Recipients[0]] = mail;
        }
        return found;
    }

    private string Path(string name) => System.IO.Path.Combine(_directory.FullName, name);
}
