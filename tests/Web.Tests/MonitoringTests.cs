using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>What those who run the portal see of it, and what strangers do not.</summary>
public sealed class MonitoringTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task FiguresAndReasons_AreForTheOperatorsToken_AndStrangersLearnWhetherItServes()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Monitoring:Token"] = Token });
        using var stranger = portal.CreateClient();

        foreach (var shown in new[] { null, "", Token[1..], Token + "0" })
        {
            using var client = portal.CreateClient();
            if (shown is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {shown}");
            foreach (var address in new[] { "/metrics", "/health" }) (await GetAsync(client, address)).Status.ShouldBe(HttpStatusCode.Unauthorized, $"{address} with {shown}");
        }
        using var supervisor = portal.CreateClient();
        await supervisor.SignInStaffAsync("supervisor");
        (await GetAsync(supervisor, "/metrics")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(stranger, "/health/ready")).ShouldBe((HttpStatusCode.OK, "Healthy"));
        (await GetAsync(stranger, "/health/live")).ShouldBe((HttpStatusCode.OK, "Healthy"));
    }

    [Fact]
    [Trait("Requirement", "S10")]
    public async Task Node_IsReachedByTheNamesOfTheOperator_AndNoOther()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Monitoring:Token"] = Token, ["Monitoring:Hosts"] = "node1.example.jp" });
        using var client = Operator(portal.Address);

        (await AskAsync("node1.example.jp")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync("node2.example.jp")).ShouldBe(HttpStatusCode.BadRequest);

        async Task<HttpStatusCode> AskAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Host = host } };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task WithoutAToken_ThereAreNoFiguresAtAll()
    {
        await using var portal = WebPortal.Start();
        using var client = Operator(portal.Address);

        (await GetAsync(client, "/metrics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(client, "/health")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Figures_TellOfMailJobsCasesAndRefusedLogins()
    {
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>(MailServer.At(sink.Port)) { ["Monitoring__Token"] = Token });
        using var registrant = portal.CreateClient();
        using var staff = portal.CreateClient();
        await staff.SignInStaffAsync("clerk", "wrong");
        await registrant.RequestLinkAsync("taro@sample.com");
        await registrant.EnterAsync(RegistrantByHttp.LinkIn((await sink.NextAsync(Patience)).Text), "wrong");
        using var client = Operator(portal.Address);

        var figures = (await GetAsync(client, "/metrics")).Text;

        foreach (var part in new[]
        {
            "nexiportal_mails_queued ", "nexiportal_mails_oldest_seconds ", "nexiportal_mails_failed ", "nexiportal_jobs_late{job=\"deliver-mails\"}", "nexiportal_jobs_failed{job=\"forget\"} 0",
            "nexiportal_applications{state=\"AwaitingPaper\"} 0", "nexiportal_logins_refused_total{audience=\"staff\",why=\"wrong\"} 1", "nexiportal_logins_refused_total{audience=\"registrant\",why=\"wrong\"} 1",
            "nexiportal_use_case_duration_seconds_count{ended=\"done\",use_case=\"RequestRegistrationLink\"} 1", "http_server_request_duration_seconds_count{", "dotnet_gc_",
        }) Plain(figures).ShouldContain(part);
        figures.ShouldNotContain("sample.com");
    }

    [Fact]
    public async Task Health_GivesTheOperatorReasons_WhileThePortalServesOn()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Monitoring:Token"] = Token });
        foreach (var job in ScheduledJob.All) await portal.SendAsync(new RecordJobRun.Command(job.Name, 1, null));
        await portal.SendAsync(new RecordJobRun.Command(ScheduledJob.RemindOfPapers.Name, 0, "TimeoutException"));
        using var client = Operator(portal.Address);

        (await ReasonAsync("The last run of remind-of-papers failed.")).ShouldNotContain("should have run by now");
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await ReasonAsync("deliver-mails should have run by now.");
        (await GetAsync(client, "/health/ready")).ShouldBe((HttpStatusCode.OK, "Healthy"));

        // What waits is counted twice a minute.
        async Task<string> ReasonAsync(string reason)
        {
            for (var i = 0; ; i++)
            {
                portal.Clock.Advance(TimeSpan.FromSeconds(30));
                var health = JsonDocument.Parse((await GetAsync(client, "/health")).Text).RootElement;
                var work = health.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "work").GetProperty("reason").GetString()!;
                if (work.Contains(reason, StringComparison.Ordinal)) return work;
                i.ShouldBeLessThan(25, work);
                await Task.Delay(50);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "S51")]
    public async Task TracesAndFigures_GoToTheCollector_WithoutAnythingPersonal()
    {
        await using var collector = new Collector();
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>(MailServer.At(sink.Port)) { ["Monitoring__OtlpEndpoint"] = $"{collector.Address}" });
        using var registrant = portal.CreateClient();
        registrant.DefaultRequestHeaders.UserAgent.ParseAdd("Canary/1.0");
        await registrant.RequestLinkAsync("canary@canary-mail.example");
        var link = RegistrantByHttp.LinkIn((await sink.NextAsync(Patience)).Text);
        var type = await registrant.EnterAsync(link);
        await (await type.FillAsync(ApplicationType.HeadOffice)).SubmitAsync();
        await Page.GetAsync(registrant, "/nothing?mail=canary@canary-mail.example");
        await portal.TerminateAsync(); // What is not sent yet is sent at the end.

        var sent = collector.Received;
        foreach (var part in new[] { "v1/traces", "SubmitApplication", "POST registration/terms", "GET r/{**token}", "v1/metrics", "nexiportal.use_case.duration" }) sent.ShouldContain(part);
        foreach (var canary in new[] { "canary", link.Path[3..], link.Password, Entries.Complete(ApplicationType.HeadOffice)[ApplicationFields.CompanyName] }) sent.ShouldNotContain(canary, Case.Insensitive);
    }

    [Theory]
    [InlineData("Monitoring__Token", "short")]
    [InlineData("Monitoring__OtlpEndpoint", "collector:4317")]
    [InlineData("Monitoring__Hosts", "node 1")]
    [InlineData("Logs__Json", "perhaps")]
    public async Task SenselessSetting_StopsTheStart_AndIsNamed(string setting, string value)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");

        var (exitCode, output) = await WebProcess.RunAsync(directory.FullName, [], new Dictionary<string, string> { [setting] = value });

        directory.Delete(recursive: true);
        exitCode.ShouldBe(1);
        output.ShouldStartWith($"The setting {setting} must");
    }

    private static HttpClient Operator(Uri address)
    {
        var client = CookieJar.CreateClient(address);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // Without what the library adds of itself to every figure.
    private static string Plain(string figures) => System.Text.RegularExpressions.Regex.Replace(figures, "otel_scope_[a-z_]+=\"[^\"]*\",?", "").Replace("{}", "", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal);

    /// <summary>Where an OTLP exporter sends to; it keeps everything as text.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly StringBuilder _received = new();
        private readonly Task _taking;

        public Collector()
        {
            Address = new($"http://127.0.0.1:{WebProcess.FreePort()}/");
            _listener.Prefixes.Add($"{Address}");
            _listener.Start();
            _taking = TakeAsync();
        }

        public Uri Address { get; }

        public string Received
        {
            get
            {
                lock (_received) return $"{_received}";
            }
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _taking;
            _listener.Close();
        }

        private async Task TakeAsync()
        {
            while (true)
            {
                try
                {
                    var call = await _listener.GetContextAsync();
                    using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
                    var text = await reader.ReadToEndAsync();
                    lock (_received) _received.Append(call.Request.Url).Append(text);
                    call.Response.Close();
                }
                catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
