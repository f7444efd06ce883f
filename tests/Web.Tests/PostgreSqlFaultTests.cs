using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using Npgsql;

namespace NexiPortal.Web.Tests;

/// <summary>PostgreSQL ends without warning, or stands still: everybody is told to try again, nothing that was told is lost, and the portal recovers by itself.</summary>
public sealed class PostgreSqlFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // A connection is waited for 5 s and a command 10 s, one after the other at worst; the rest is what a busy machine adds. Npgsql by itself would wait for a minute.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(40);

    [Fact]
    [Trait("Requirement", "F26")]
    public async Task StoppedDatabase_UnderLoad_IsAnswered503_AndOnceItIsBackEverythingGoesOn()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(Settings(sink, server));
        await using var beside = TestPortal.Beside(portal, postgreSql: server.ConnectionString);
        using var people = await People.InTheMidstAsync(portal, sink, beside);
        using var enough = new CancellationTokenSource();
        var told = new ConcurrentQueue<string>();
        var load = Enumerable.Range(0, 3).Select(n => RequestLinksAsync(portal, n, told, enough.Token)).ToList();
        while (told.Count < 8) await Task.Delay(20);

        await server.StopAsync();
        foreach (var page in await people.LookAsync()) ShouldAskForAnotherTry(page);
        ShouldAskForAnotherTry(await people.Terms.SubmitAsync());
        (await StatusAsync(portal, "health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(portal, "health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await server.StartAgainAsync();
        await UntilAsync(async () => (await people.LookAsync()).All(page => page.Status < HttpStatusCode.InternalServerError));
        (await people.Terms.SubmitAsync()).Heading.ShouldContain("ステップ5");
        var before = told.Count;
        await UntilAsync(() => Task.FromResult(told.Count > before + 8));
        await enough.CancelAsync();
        await Task.WhenAll(load);

        await UntilMailedAsync(sink, [.. told, People.Address]);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        (await ReadAsync(connection, "SELECT string_agg(DISTINCT c::text, ',') FROM (SELECT count(*) c FROM \"RegistrationLinks\" WHERE \"Address\" = ANY($1) GROUP BY \"Address\") counts", told.ToArray())).ShouldBe("1");
        (await ReadAsync(connection, "SELECT count(DISTINCT \"Address\")::text FROM \"RegistrationLinks\" WHERE \"Address\" = ANY($1)", told.ToArray())).ShouldBe($"{told.Count}");
        (await ReadAsync(connection, "SELECT count(*)::text FROM \"RegistrationApplications\" WHERE $1 IS NOT NULL", told.ToArray())).ShouldBe("1");
        (await WebProcess.RunAsync(portal.DataDirectory, ["audit", "verify"], Settings(sink, server))).ExitCode.ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "F28")]
    public async Task DatabaseThatStandsStill_IsAnswered503InTime_AndOnceItGoesOnSoDoesEverything()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(Settings(sink, server));
        await using var beside = TestPortal.Beside(portal, postgreSql: server.ConnectionString);
        using var people = await People.InTheMidstAsync(portal, sink, beside);

        server.Freeze();
        var waited = Stopwatch.StartNew();
        var asked = Task.WhenAll(people.LookAsync(), SubmitAsync());
        var ready = StatusAsync(portal, "health/ready");
        while (!asked.IsCompleted)
        {
            var alive = Stopwatch.StartNew();
            (await StatusAsync(portal, "health/live")).ShouldBe(HttpStatusCode.OK);
            alive.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
            await Task.Delay(500);
        }
        foreach (var page in (await asked).SelectMany(pages => pages)) ShouldAskForAnotherTry(page);
        (await ready).ShouldBe(HttpStatusCode.ServiceUnavailable);
        waited.Elapsed.ShouldBeLessThan(Bound, portal.Output);

        server.Thaw();
        await UntilAsync(async () => (await people.LookAsync()).All(page => page.Status < HttpStatusCode.InternalServerError));
        (await people.Terms.SubmitAsync()).Heading.ShouldContain("ステップ5");
        await UntilMailedAsync(sink, [People.Address]);
        (await StatusAsync(portal, "health/ready")).ShouldBe(HttpStatusCode.OK);

        async Task<IReadOnlyList<Page>> SubmitAsync() => [await people.Terms.SubmitAsync()];
    }

    private static Dictionary<string, string> Settings(SmtpSink sink, PostgreSqlServer server) => new(MailServer.At(sink.Port))
    {
        ["Database__Provider"] = "PostgreSql",
        ["ConnectionStrings__Portal"] = server.ConnectionString,
        ["Registration__MailsPerOriginPerHour"] = "10000",
        ["Registration__MailsInAllPerHour"] = "100000",
    };

    private static async Task RequestLinksAsync(WebProcess portal, int n, ConcurrentQueue<string> told, CancellationToken enough)
    {
        using var client = portal.CreateClient();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var address = $"load{n}x{i}@sample.com";
            var page = await client.RequestLinkAsync(address);
            if (page.Heading.Contains("登録用メール送信完了", StringComparison.Ordinal))
            {
                told.Enqueue(address);
                continue;
            }
            ShouldAskForAnotherTry(page);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static void ShouldAskForAnotherTry(Page page)
    {
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, page.Address.ToString());
        page.Heading.ShouldBe("ただいま混み合っています");
        page.Headers.RetryAfter.ShouldNotBeNull();
    }

    private static async Task<HttpStatusCode> StatusAsync(WebProcess portal, string address)
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> has)
    {
        for (var waited = Stopwatch.StartNew(); !await has(); await Task.Delay(100)) waited.Elapsed.ShouldBeLessThan(Bound);
    }

    // Among them those whose delivery the fault broke off: they go out again when their lease is over.
    private static async Task UntilMailedAsync(SmtpSink sink, IReadOnlyList<string> addresses)
    {
        for (var waited = Stopwatch.StartNew(); addresses.Except(sink.Received.Select(mail => mail.Recipients[0])).Any(); await Task.Delay(100)) waited.Elapsed.ShouldBeLessThan(Patience);
    }

    private static async Task<object?> ReadAsync(NpgsqlConnection connection, string sql, string[] addresses)
    {
#pragma warning disable CA2100 // The question is a constant.
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = addresses } } };
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Somebody of every kind, with a session, when the fault comes.</summary>
    private sealed record People(HttpClient Registrant, HttpClient Staff, HttpClient WebUser, Page Terms) : IDisposable
    {
        public const string Address = "registrant@sample.com";

        public static async Task<People> InTheMidstAsync(WebProcess portal, SmtpSink sink, TestPortal beside)
        {
            var (registrant, staff, webUser) = (portal.CreateClient(), portal.CreateClient(), portal.CreateClient());
            await registrant.RequestLinkAsync(Address);
            var terms = await (await registrant.EnterAsync(await sink.NextAsync(Patience))).FillAsync(ApplicationType.HeadOffice);
            await staff.SignInStaffAsync("clerk");
            await webUser.LogInAsync((await beside.EnterServiceAsync()).Id);
            return new(registrant, staff, webUser, terms);
        }

        /// <summary>A page that each looks at, and one for which nobody needs a session.</summary>
        public async Task<IReadOnlyList<Page>> LookAsync() => await Task.WhenAll(
            Page.GetAsync(Registrant, "/registration/terms"), Page.GetAsync(Staff, "/backoffice/cases"), Page.GetAsync(WebUser, "/service"), Page.GetAsync(Registrant, "/r/AAAAAAAAAAAAAAAAAAAAAA"));

        public void Dispose()
        {
            Registrant.Dispose();
            Staff.Dispose();
            WebUser.Dispose();
        }
    }
}
