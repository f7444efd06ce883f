using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using NexiPortal.Application.Audit;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The portal is told to end (SIGTERM), or killed, in the midst of work: what has begun is finished, or can be begun anew, and nobody's turn is lost.</summary>
public sealed class ShutdownTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    [Fact]
    [Trait("Requirement", "F19")]
    public async Task Requests_WhenThePortalIsToldToEnd_AreAllAnswered_AndWhatTheyBroughtAboutIsThereOnce()
    {
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>(MailServer.At(sink.Port))
        {
            ["Database__BusySeconds"] = "60",
            ["Registration__MailsPerOriginPerHour"] = "10000",
        });
        using var registrant = new Visitor(portal);
        await registrant.Client.RequestLinkAsync("registrant@sample.com");
        var link = await sink.NextAsync(Patience);
        var terms = await (await registrant.Client.EnterAsync(link)).FillAsync(ApplicationType.HeadOffice);
        Visitor[] visitors = [.. Enumerable.Range(0, 6).Select(_ => new Visitor(portal)), registrant];
        var load = visitors[..^1].Select((visitor, n) => UntilRefusedAsync(i => visitor.Client.RequestLinkAsync($"load{n}x{i}@sample.com"))).ToList();
        while (visitors[..^1].Any(visitor => visitor.Answered < 2)) await Task.Delay(20);

        // Somebody else's lock holds every form up: now each visitor waits for an answer.
        Stopwatch ending;
        Task end;
        await using (var other = await OpenAsync(portal))
        {
            await ExecuteAsync(other, "BEGIN IMMEDIATE");
            load.Add(UntilRefusedAsync(_ => terms.SubmitAsync()));
            while (!visitors.All(visitor => visitor.Waits)) await Task.Delay(20);
            await Task.Delay(500); // What was sent has arrived.
            end = portal.TerminateAsync();
            while (await AcceptsAsync(portal)) await Task.Delay(20);
            await ExecuteAsync(other, "ROLLBACK");
            ending = Stopwatch.StartNew();
        }
        await Task.WhenAll(load);
        await end;

        ending.Elapsed.ShouldBeLessThan(Bound);
        portal.ExitCode.ShouldBe(0, portal.Output);
        visitors.SelectMany(visitor => visitor.Unanswered).ShouldBeEmpty();
        portal.Output.ShouldNotContain("[ERR]");
        await portal.RestartAsync();
        (await registrant.Client.EnterAsync(link)).Heading.ShouldContain("ステップ5");
        var links = visitors[..^1].Sum(visitor => visitor.Answered) + 1;
        (await ReadAsync(portal, "SELECT count(*) FROM RegistrationLinks")).ShouldBe($"{links}");
        (await ReadAsync(portal, "SELECT count(DISTINCT Address) FROM RegistrationLinks")).ShouldBe($"{links}");
        (await ReadAsync(portal, "SELECT count(*) FROM RegistrationApplications")).ShouldBe("1");
        (await MessagesAsync(sink, links + 1)).Count.ShouldBe(links + 1);
        (await ReadAsync(portal, "PRAGMA integrity_check")).ShouldBe("ok");
        (await WebProcess.RunAsync(portal.DataDirectory, ["audit", "verify"])).ExitCode.ShouldBe(0);
        foreach (var visitor in visitors[..^1]) visitor.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "F20")]
    public async Task LetterBatch_WhenThePortalEndsDuringItsPrinting_SkipsNoLetter(bool killed)
    {
        await using var portal = await WebProcess.StartAsync();
        await using var beside = TestPortal.Beside(portal);
        var administrators = await beside.RegisterAdministratorsAsync(20);
        using var client = portal.CreateClient();
        await client.SignInStaffAsync("clerk");

        for (var ends = 0; ends < (killed ? 2 : 1); ends++)
        {
            var printing = await BeginPrintingAsync(beside, client, administrators);
            await Task.WhenAny(printing, Task.Delay(killed ? Random.Shared.Next(2000) : 100));
            if (killed) portal.Kill();
            else await EndAsync(portal, printing);

            var letters = await printing;
            if (!killed) letters.ShouldNotBeNull("what was begun is finished");
            if (letters is not null) await EachOpensAsync(beside, letters, administrators);
            // All of them, or none.
            (await StandingAsync(beside, administrators)).Distinct().ShouldHaveSingleItem();
            await portal.RestartAsync();
        }

        var printed = await await BeginPrintingAsync(beside, client, administrators);
        await EachOpensAsync(beside, printed.ShouldNotBeNull(), administrators);
        (await beside.ConfirmPrintedAsync(await NumbersAsync(beside, administrators))).Value.ShouldBe(administrators.Count);
        foreach (var number in await NumbersAsync(beside, administrators))
            (await beside.SendAsync(new DispatchNotice.Command($"{number}", JapanTime.DateAt(DateTimeOffset.UtcNow), ""), CaseSteps.Clerk)).Errors.ShouldBeEmpty();
        (await StandingAsync(beside, administrators)).Select(letter => letter.State).Distinct().ShouldBe([NoticeState.Dispatched]);
        (await beside.SendAsync(new VerifyAuditTrail.Query())).Value.FaultCount.ShouldBe(0);
    }

    private static async Task EndAsync(WebProcess portal, Task work)
    {
        work.IsCompleted.ShouldBeFalse("the work was still going on");
        await portal.TerminateAsync(Bound);
        portal.ExitCode.ShouldBe(0, portal.Output);
    }

    private static async Task UntilRefusedAsync(Func<int, Task> send)
    {
        try
        {
            for (var i = 0; ; i++) await send(i);
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
        {
            // Nobody listens any more.
        }
    }

    private static async Task<bool> AcceptsAsync(WebProcess portal)
    {
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(portal.Address.Host, portal.Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // 印刷する, or 印刷し直す for what was printed already; the letters, or null when the portal ended before they had arrived.
    private static async Task<Task<IReadOnlyList<(string Text, string Password)>?>> BeginPrintingAsync(TestPortal beside, HttpClient client, IReadOnlyList<WebUser> administrators)
    {
        var page = await Page.GetAsync(client, "/backoffice/letters");
        var state = (await StandingAsync(beside, administrators))[0].State;
        return ReadAsync(client.PostLettersAsync(page, state == NoticeState.ToPrint ? "Print" : "Reprint", await NumbersAsync(beside, administrators)));

        static async Task<IReadOnlyList<(string Text, string Password)>?> ReadAsync(Task<HttpResponseMessage> printing)
        {
            try
            {
                using var answer = await printing;
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                return NoticeSteps.Read(await answer.Content.ReadAsByteArrayAsync());
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                return null;
            }
        }
    }

    private static async Task EachOpensAsync(TestPortal beside, IReadOnlyList<(string Text, string Password)> letters, IReadOnlyList<WebUser> administrators)
    {
        letters.Count.ShouldBe(administrators.Count);
        foreach (var administrator in administrators)
            (await beside.OpensAsync(letters.Single(letter => letter.Text.Contains($"{administrator.UserId}-1-")).Password, administrator)).ShouldBeTrue();
    }

    private static async Task<List<(NoticeState State, int PrintCount)>> StandingAsync(TestPortal beside, IReadOnlyList<WebUser> administrators)
    {
        List<(NoticeState, int)> standing = [];
        foreach (var administrator in administrators) standing.AddRange((await beside.NoticesAsync(administrator)).Select(letter => (letter.State, letter.PrintCount)));
        return standing;
    }

    private static async Task<NoticeNumber[]> NumbersAsync(TestPortal beside, IReadOnlyList<WebUser> administrators)
    {
        List<NoticeNumber> numbers = [];
        foreach (var administrator in administrators) numbers.Add(await beside.NoticeNumberAsync(administrator));
        return [.. numbers];
    }

    private static async Task<HashSet<string?>> MessagesAsync(SmtpSink sink, int count)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            var messages = sink.Received.Select(mail => mail.Header("Message-Id")).ToHashSet();
            if (messages.Count >= count || patience.Elapsed > Patience) return messages;
        }
    }

    private static async Task<SqliteConnection> OpenAsync(WebProcess portal)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "nexiportal.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<string> ReadAsync(WebProcess portal, string sql)
    {
        await using var connection = await OpenAsync(portal);
        return await ExecuteAsync(connection, sql);
    }

    private static async Task<string> ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        return $"{await command.ExecuteScalarAsync()}";
    }

    /// <summary>A browser that takes down which of its forms were answered: a connection refused is none that was sent.</summary>
    private sealed class Visitor : DelegatingHandler
    {
        private readonly ConcurrentQueue<string> _unanswered = new();
        private int _sent;
        private int _answered;

        public Visitor(WebProcess portal) : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) =>
            Client = new(new CookieJar { InnerHandler = this }) { BaseAddress = portal.Address };

        public HttpClient Client { get; }

        public int Answered => Volatile.Read(ref _answered);

        public bool Waits => Volatile.Read(ref _sent) > Answered;

        public IReadOnlyList<string> Unanswered => [.. _unanswered];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isForm = request.Method == HttpMethod.Post;
            if (isForm) Interlocked.Increment(ref _sent);
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (isForm) Interlocked.Increment(ref _answered);
                return answer;
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError != HttpRequestError.ConnectionError)
            {
                _unanswered.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}: {fault.Message}");
                throw;
            }
        }
    }
}
