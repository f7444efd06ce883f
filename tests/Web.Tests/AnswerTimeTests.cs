using System.Diagnostics;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>
/// What a stranger could learn from the time an answer takes: medians for IDs and cases that are there beside others, taken in turn in the same run.
/// What is about time runs only when it is asked for (<c>-explicit only</c>), and alone.
/// </summary>
public sealed class AnswerTimeTests(ITestOutputHelper output)
{
    private const int WarmUps = 10;
    private const int Tries = 80;
    private static readonly string UnknownId = $"{WebUserId.Of(WebUserRole.Applicant, 9_999_999)}";

    [Theory]
    [Trait("Requirement", "S15")]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task WrongPassword_OfAKnownOrAnUnknownId_AsksTheDatabaseAsOften_ButForTheAuditEntry(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (user, _) = await portal.EnterServiceAsync();
        await portal.EmployAsync("known");
        List<(int Users, int Staff)> asked = [];

        foreach (var (id, staffId) in new[] { (user, "known"), (UnknownId, "unknown"), (user, "known"), (UnknownId, "unknown") })
            asked.Add((await QueryCount.OfAsync(() => portal.TryLogInAsync(id, "Wrong-1-password")), await QueryCount.OfAsync(() => portal.TrySignInAsync(staffId, "Wrong-1-password"))));

        // Of the tries after the first, which find no row of earlier ones. Of an ID nobody has there is nothing to write into the audit trail.
        asked[2].ShouldBe((asked[3].Users + 1, asked[3].Staff + 1));
    }

    [Theory(Explicit = true)]
    [Trait("Requirement", "S15")]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task WrongPassword_OfAKnownOrAnUnknownId_TakesAsLong(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (user, _) = await portal.EnterServiceAsync();
        await portal.EmployAsync("known");

        var users = await CompareAsync($"{database}, Web users", (id, origin) => portal.TryLogInAsync(id, "Wrong-1-password", origin), user, UnknownId, NextDay);
        var staff = await CompareAsync($"{database}, staff", (id, origin) => portal.TrySignInAsync(id, "Wrong-1-password", origin), "known", "unknown", NextDay);

        users.ShouldBeInRange(0.9, 1.1);
        staff.ShouldBeInRange(0.9, 1.1);

        // Wrong passwords are forgotten by then: no ID ever waits.
        void NextDay() => portal.Clock.Advance(TimeSpan.FromDays(2));
    }

    [Fact(Explicit = true)]
    [Trait("Requirement", "S15")]
    public async Task LoginPage_ForAKnownOrAnUnknownId_AnswersAsFast()
    {
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string> { ["Portal__TrustedProxies"] = "127.0.0.1", ["Credential__AttemptsBeforeWait"] = $"{WarmUps + Tries + 1}" });
        await using var beside = TestPortal.Beside(portal);
        var (user, _) = await beside.EnterServiceAsync();
        using var client = portal.CreateClient();
        var (login, staffLogin) = (await FormAsync(client, "/login"), await FormAsync(client, "/backoffice/login"));

        var users = await CompareAsync("login page", (id, origin) => PostAsync(client, "/login", origin, [("UserId", id), ("Password", "Wrong-1-password"), login]), user, UnknownId);
        var staff = await CompareAsync("staff's login page", (id, origin) => PostAsync(client, "/backoffice/login", origin, [("StaffId", id), ("Password", "Wrong-1-password"), staffLogin]), "clerk", "unknown");

        users.ShouldBeInRange(0.9, 1.1);
        staff.ShouldBeInRange(0.9, 1.1);
    }

    [Fact(Explicit = true)]
    [Trait("Requirement", "S14")]
    public async Task StatusPage_WithOrWithoutSuchACase_AnswersAsFast()
    {
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>
        {
            ["Portal__TrustedProxies"] = "127.0.0.1",
            ["Registration__MailsPerHour"] = "1000",
            ["Registration__MailsPerDay"] = "1000",
        });
        await using var beside = TestPortal.Beside(portal);
        var (number, _, _) = await beside.FileAsync("known@sample.com");
        using var client = portal.CreateClient();
        var form = await FormAsync(client, "/registration/status");

        var ratio = await CompareAsync("status page", (address, origin) => PostAsync(client, "/registration/status", origin, [("Number", number.Value), ("MailAddress", address), form]), "known@sample.com", "other@sample.com");

        ratio.ShouldBeInRange(0.9, 1.1);
    }

    // Every try from an origin of its own; gives back how many times as long the known one takes.
    private async Task<double> CompareAsync(string what, Func<string, string, Task> actAsync, string known, string unknown, Action? between = null)
    {
        List<double> ofKnown = [], ofUnknown = [];
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            var turns = new[] { (Subject: known, Times: ofKnown), (Subject: unknown, Times: ofUnknown) };
            foreach (var (subject, times) in i % 2 == 0 ? turns : turns.Reverse())
            {
                var started = Stopwatch.GetTimestamp();
                await actAsync(subject, $"198.51.{i / 200}.{i % 200 + 1}");
                if (i >= WarmUps) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            between?.Invoke();
        }
        var (median, other) = (Median(ofKnown), Median(ofUnknown));
        output.WriteLine($"{what,-24} known {median,7:0.00} ms, unknown {other,7:0.00} ms, ratio {median / other:0.000} (medians of {Tries})");
        return median / other;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<(string Name, string Value)> FormAsync(HttpClient client, string address) =>
        ("__RequestVerificationToken", (await Page.GetAsync(client, address)).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static async Task PostAsync(HttpClient client, string address, string origin, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Add("X-Forwarded-For", origin);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }
}
