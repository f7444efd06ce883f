using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>What people see when something is broken, and what operators find in the log.</summary>
public sealed class FaultTests
{
    // Three times the five seconds of waiting, and what a busy machine adds.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(25);

    private static readonly Dictionary<string, string> Production = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Portal__PublicUrl"] = "https://127.0.0.1",
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Operator__Telephone"] = "03-1111-1111",
        ["Operator__PostalCode"] = "100-0001",
        ["Operator__Address"] = "東京都千代田区",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_ShowsAPageWithANumber_AndTheLogHasTheNumberAndTheFault(bool production)
    {
        await using var portal = await WebProcess.StartAsync(production ? Production : null);
        using var client = portal.CreateClient();
        Execute(portal, "DROP TABLE RegistrationLinks");

        var page = await Page.GetAsync(client, "/r/AAAAAAAAAAAAAAAAAAAAAA");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Heading.ShouldBe("システムエラーが発生しました");
        ShouldShowNothingOfTheFault(page);
        var number = NumberOn(page);
        var lines = (await portal.OutputWithAsync("answered 500")).Split('\n');
        var line = Array.FindIndex(lines, text => text.TrimEnd().EndsWith(number, StringComparison.Ordinal) && text.Contains("ERR", StringComparison.Ordinal));
        line.ShouldBeGreaterThanOrEqualTo(0, string.Join('\n', lines));
        string.Join('\n', lines.Skip(line).Take(3)).ShouldContain("no such table");
    }

    [Fact]
    public async Task MissingPage_ShowsANumber_AndTheLogHasIt()
    {
        await using var portal = await WebProcess.StartAsync();
        using var client = portal.CreateClient();

        var page = await Page.GetAsync(client, "/nothing/here");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("お探しのページが見つかりません");
        (await portal.OutputWithAsync(NumberOn(page))).ShouldContain(NumberOn(page));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Fault_WhenNotEvenTheErrorPageCanBeShown_IsToldAllTheSame(string environment)
    {
        await using var portal = WebPortal.Start(
            Production.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value), environment,
            services => services.AddTransient<OperatorProfile>(_ => throw new InvalidOperationException("Every view needs this.")));
        using var client = portal.CreateClient();

        var page = await Page.GetAsync(client, "/");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Heading.ShouldBe("システムエラーが発生しました");
        ShouldShowNothingOfTheFault(page);
        NumberOn(page);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Requirement", "F5")]
    public async Task LockedDatabase_IsReadOn_AndWritesAreAnswered503InTime_AndRecover()
    {
        await using var portal = await WebProcess.StartAsync();
        using var client = portal.CreateClient();
        await client.RequestLinkAsync("taro@sample.com");
        var terms = await (await client.EnterAsync(await LinkOfAsync(client, "taro@sample.com"))).FillAsync(ApplicationType.HeadOffice);
        var step1 = await Page.GetAsync(client, "/registration/mail-address");

        Page[] refused;
        using (var other = Open(portal))
        {
            Execute(other, "BEGIN IMMEDIATE");
            (await Page.GetAsync(client, "/registration/details")).Heading.ShouldContain("ステップ2");
            using (var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)) ready.StatusCode.ShouldBe(HttpStatusCode.OK);
            var waited = Stopwatch.StartNew();
            refused = await Task.WhenAll([terms.SubmitAsync(), .. Enumerable.Range(0, 4).Select(_ => RequestAsync(step1))]);
            waited.Elapsed.ShouldBeLessThan(Bound);
            Execute(other, "ROLLBACK");
        }

        foreach (var page in refused)
        {
            page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Heading.ShouldBe("ただいま混み合っています");
            page.Headers.RetryAfter.ShouldNotBeNull();
            ShouldShowNothingOfTheFault(page);
        }
        (await RequestAsync(step1)).Heading.ShouldContain("登録用メール送信完了");
        (await terms.SubmitAsync()).Heading.ShouldContain("ステップ5");
        Read(portal, "SELECT count(*) FROM RegistrationApplications").ShouldBe(1L);
        Read(portal, "PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    [Trait("Requirement", "F4")]
    public async Task FullDisk_IsReadOn_AndWritesAreAnswered503_AndRecover()
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-full-").FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", directory)) Assert.Skip("Needs the right to mount a small file system.");
        try
        {
            await using var portal = await WebProcess.StartAsync(dataDirectory: directory);
            using var client = portal.CreateClient();
            await client.RequestLinkAsync("taro@sample.com");
            var terms = await (await client.EnterAsync(await LinkOfAsync(client, "taro@sample.com"))).FillAsync(ApplicationType.HeadOffice);

            var filler = Path.Combine(directory, "filler");
            Fill(filler);
            var refused = await terms.SubmitAsync();
            refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, portal.Output);
            refused.Headers.RetryAfter.ShouldNotBeNull();
            (await Page.GetAsync(client, "/registration/details")).Heading.ShouldContain("ステップ2");

            File.Delete(filler);
            (await terms.SubmitAsync()).Heading.ShouldContain("ステップ5");
            Read(portal, "PRAGMA integrity_check").ShouldBe("ok");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Run("umount", directory).ShouldBeTrue();
            Directory.Delete(directory);
        }
    }

    [Fact]
    [Trait("Requirement", "S04")]
    public async Task FiftyGuessesAtOnce_AreAnsweredInWords_AndLeaveTheLinkUsable()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");
        var open = await Page.GetAsync(client, link.Path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => open.Form("認証する").Fill("登録用パスワード", "wrng-wrng-wrng").Press("認証する")));

        answers.Select(page => page.Status).Distinct().ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        (await client.EnterAsync(link)).Heading.ShouldContain("申込みの流れ");
    }

    private static Task<Page> RequestAsync(Page step1) =>
        step1.Form("送信する").Fill("メールアドレス", "hanako@sample.com").Fill("メールアドレス(確認用)", "hanako@sample.com").Press("送信する");

    private static async Task<(string Path, string Password)> LinkOfAsync(HttpClient client, string address)
    {
        for (var patience = 100; patience > 0; patience--)
        {
            var row = (await Page.GetAsync(client, "/dev/mail")).Document.QuerySelectorAll("tbody tr").FirstOrDefault(mail => mail.TextContent.Contains(address, StringComparison.Ordinal));
            if (row is not null) return RegistrantByHttp.LinkIn((await Page.GetAsync(client, row.QuerySelector("a")!.GetAttribute("href")!)).Document.QuerySelector(".mail-body")!.TextContent);
            await Task.Delay(100);
        }
        throw new TimeoutException($"No mail came to {address}.");
    }

    private static string NumberOn(Page page)
    {
        var number = page.Document.QuerySelector("dd.number")!.TextContent;
        number.ShouldMatch(@"^\d{4}-\d{4}$");
        return number;
    }

    private static void ShouldShowNothingOfTheFault(Page page)
    {
        var html = page.Document.DocumentElement.OuterHtml;
        foreach (var trace in new[] { "Exception", "SQLite", "no such table", "   at ", "NexiPortal." }) html.ShouldNotContain(trace, Case.Insensitive);
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static SqliteConnection Open(WebProcess portal)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "nexiportal.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(WebProcess portal, string sql)
    {
        using var connection = Open(portal);
        Execute(connection, sql);
    }

    private static object? Read(WebProcess portal, string sql)
    {
        using var connection = Open(portal);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
