using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Hangfire's dashboard: for supervisors, wherever a request seems to come from.</summary>
public sealed class JobDashboardTests
{
    private const string Dashboard = "/backoffice/jobs/dashboard";

    private static readonly string[] Addresses = [Dashboard, $"{Dashboard}/", $"{Dashboard}/recurring", $"{Dashboard}/jobs/failed", $"{Dashboard}/js18"];

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    [InlineData("198.51.100.7")]
    [Trait("Requirement", "S48")]
    public async Task Dashboard_OpensToSupervisorsAlone(string? forwardedFor)
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Portal:TrustedProxies"] = "127.0.0.1" });
        using var stranger = Client();
        foreach (var address in Addresses) (await Page.GetAsync(stranger, address)).Address.AbsolutePath.ShouldBe("/backoffice/login", address);
        using (var asked = await stranger.PostAsync(new Uri($"{Dashboard}/stats", UriKind.Relative), null, TestContext.Current.CancellationToken)) asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        foreach (var id in new[] { "clerk", "approver", "auditor" })
        {
            using var other = Client();
            await other.SignInStaffAsync(id);
            foreach (var address in Addresses) (await Page.GetAsync(other, address)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{id} {address}");
        }

        using var supervisor = Client();
        await supervisor.SignInStaffAsync("supervisor");
        (await Page.GetAsync(supervisor, Dashboard)).Status.ShouldBe(HttpStatusCode.OK);

        HttpClient Client()
        {
            var client = portal.CreateClient();
            if (forwardedFor is not null) client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
            return client;
        }
    }

    [Fact]
    [Trait("Requirement", "S33")]
    [Trait("Requirement", "S48")]
    public async Task Dashboard_OnlyShows_AndAsksForATokenToo()
    {
        await using var portal = WebPortal.Start();
        using var supervisor = portal.CreateClient();
        await supervisor.SignInStaffAsync("supervisor");
        var token = await TokenAsync(supervisor);

        (await PostAsync(supervisor, "/stats", null)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(supervisor, "/stats", token)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(supervisor, "/recurring/remove", token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Requirement", "S30")]
    public async Task DashboardLeftOpen_KeepsNoSessionAlive()
    {
        await using var portal = WebPortal.Start();
        using var supervisor = portal.CreateClient();
        await supervisor.SignInStaffAsync("supervisor");
        var token = await TokenAsync(supervisor);

        for (var i = 0; i < 3; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(9));
            (await PostAsync(supervisor, "/stats", token)).ShouldBe(HttpStatusCode.OK);
        }
        portal.Clock.Advance(TimeSpan.FromMinutes(4));

        (await Page.GetAsync(supervisor, Dashboard)).Address.AbsolutePath.ShouldBe("/backoffice/login");
    }

    private static async Task<string> TokenAsync(HttpClient supervisor) =>
        (await Page.GetAsync(supervisor, Dashboard)).Document.QuerySelector("meta[name=csrf-token]")!.GetAttribute("content")!;

    private static async Task<HttpStatusCode> PostAsync(HttpClient supervisor, string to, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Dashboard + to) { Content = new FormUrlEncodedContent([new("jobs[]", "forget")]) };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        using var answer = await supervisor.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
