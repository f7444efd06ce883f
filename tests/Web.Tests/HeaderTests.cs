using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>What every answer carries, whoever asks for whatever.</summary>
public sealed class HeaderTests(LivelyPortal lively) : IClassFixture<LivelyPortal>
{
    // Answers that no route gives.
    private static readonly string[] Others = ["/site.css", "/site.js", "/favicon.svg", "/missing/page", "/missing.css", "/error/500", "/error/503", "/r/TOO-SHORT", "/registration/help/company-name"];

    /// <summary>What Production asks for, as its proxy stands before it.</summary>
    internal static readonly Dictionary<string, string> Production = new()
    {
        ["Portal:PublicUrl"] = "https://portal.example.jp",
        ["Portal:TrustedProxies"] = "127.0.0.1",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Operator:Telephone"] = "03-1111-1111",
        ["Operator:PostalCode"] = "100-0001",
        ["Operator:Address"] = "東京都千代田区",
    };

    [Theory]
    [InlineData("nobody", "application/pdf")]
    [InlineData("registrant", "application/pdf")]
    [InlineData("clerk", "application/pdf")]
    [InlineData("supervisor", "application/pdf", "text/csv")]
    [InlineData("administrator", "text/csv")]
    [Trait("Requirement", "S34")]
    [Trait("Requirement", "S35")]
    [Trait("Requirement", "S36")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders_AndIsKeptNowhere(string visitor, params string[] files)
    {
        using var client = await lively.EnterAsync(visitor);
        if (visitor == "registrant") await (await Page.GetAsync(client, "/registration/terms")).SubmitAsync();
        HttpMethod[] methods = visitor == "nobody" ? [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post] : [HttpMethod.Get];
        List<(string Address, string Type)> opened = [];

        foreach (var address in lively.Addresses.Select(known => known.Address).Concat(Others))
        {
            foreach (var method in methods)
            {
                using var request = new HttpRequestMessage(method, address);
                if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent([]);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                ShouldBeSafe(answer, $"{method} {address} ({(int)answer.StatusCode})");
                if (method == HttpMethod.Get && answer.StatusCode == HttpStatusCode.OK) opened.Add((address, $"{answer.Content.Headers.ContentType?.MediaType}"));
            }
        }

        // Otherwise it would prove nothing but that people are sent away safely.
        foreach (var file in files) opened.Select(page => page.Type).ShouldContain(file);
        lively.Addresses.Where(known => LivelyPortal.IsFor(known.Endpoint, visitor)).Select(known => known.Address).Intersect(opened.Select(page => page.Address)).Count().ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    [Trait("Requirement", "S10")]
    [Trait("Requirement", "S34")]
    public async Task HostThatIsNotThePortals_IsRefused_WithTheHeaders(string environment)
    {
        await using var portal = WebPortal.Start(environment == "Production" ? Production : null, environment);
        using var client = portal.CreateClient();

        foreach (var address in new[] { "/", "/registration/mail-address", "/site.css", "/missing" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "evil.example" } };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            ShouldBeSafe(answer, address);
        }
    }

    [Fact]
    [Trait("Requirement", "S34")]
    [Trait("Requirement", "S35")]
    [Trait("Requirement", "S38")]
    public async Task BodyOver64KiB_IsRefusedInWords()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();

        using var large = await client.PostAsync(new Uri("/registration/mail-address", UriKind.Relative), new FormUrlEncodedContent([new("MailAddress", new string('a', 70_000))]), TestContext.Current.CancellationToken);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await large.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("送信された内容が大きすぎます");
        ShouldBeSafe(large, "too large");
    }

    [Fact]
    [Trait("Requirement", "S36")]
    public async Task EveryAnswer_ThroughATrustedProxyWithTls_AsksForTlsFromNowOn()
    {
        await using var portal = WebPortal.Start(Production, "Production");
        using var client = portal.CreateClient();
        HashSet<HttpStatusCode> statuses = [];

        foreach (var address in portal.Addresses.Concat(Others))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put })
            {
                using var request = new HttpRequestMessage(method, address) { Headers = { Host = "portal.example.jp" } };
                request.Headers.Add("X-Forwarded-Proto", "https");
                if (method != HttpMethod.Get) request.Content = new FormUrlEncodedContent([new("MailAddress", new string('a', method == HttpMethod.Put ? 70_000 : 1))]);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                var told = $"{method} {address} ({(int)answer.StatusCode})";
                (answer.Headers.TryGetValues("Strict-Transport-Security", out var asked) ? asked : []).ShouldBe(["max-age=31536000"], told);
                ShouldBeSafe(answer, told);
                statuses.Add(answer.StatusCode);
            }
        }

        new[] { HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.InternalServerError }.ShouldBeSubsetOf(statuses);
    }

    private static void ShouldBeSafe(HttpResponseMessage answer, string told)
    {
        var policy = Header(answer, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none'", customMessage: told);
        policy.ShouldNotContain("unsafe", customMessage: told);
        policy.ShouldContain("frame-ancestors 'none'", customMessage: told);
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff", told);
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer", told);
        Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin", told);
        answer.Headers.Contains("Server").ShouldBeFalse(told);
        var isFile = answer.IsSuccessStatusCode && Path.GetExtension(answer.RequestMessage!.RequestUri!.AbsolutePath) is ".css" or ".js" or ".svg";
        if (!isFile) Header(answer, "Cache-Control").ShouldContain("no-store", customMessage: told);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
