using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using NexiPortal.Domain.Common;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Wrong passwords by the hundred, as fast as they come from one address: everybody else goes on as if nothing were, and nobody is locked out.</summary>
[Collection(Alone)]
public sealed class PasswordAttackTests(ITestOutputHelper output)
{
    private const string Alone = "What takes all the processors for a while";
    private const int Attackers = 40;
    private const string AttackersAddress = "198.51.100.7";
    private const string OwnersAddress = "203.0.113.10";
    private static readonly string[] OrdinaryPages = ["/", "/login", "/registration/mail-address", "/registration/status"];

    [Theory]
    [Trait("Requirement", "S17")]
    [Trait("Requirement", "S58")]
    [InlineData(1000, false)]
    [InlineData(1000, true)]
    public async Task WrongPasswords_AgainstOneIdOrMany_SlowNobodyElse_AndLockNobodyOut(int tries, bool isAgainstMany)
    {
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string> { ["Portal__TrustedProxies"] = "127.0.0.1" });
        string owner, other;
        await using (var beside = TestPortal.Beside(portal)) ((owner, _), (other, _)) = (await beside.EnterServiceAsync(), await beside.EnterServiceAsync());
        await LogsInAsync(portal, owner, OwnersAddress);
        var before = await VisitAsync(portal, () => false);

        var attack = AttackAsync(portal, tries, i => isAgainstMany ? $"{WebUserId.Of(WebUserRole.Administrator, i + 1)}" : owner);
        var visits = VisitAsync(portal, () => !attack.IsCompleted);
        var logIns = new List<double>();
        while (!attack.IsCompleted)
        {
            logIns.Add(await LogsInAsync(portal, owner, OwnersAddress));
            logIns.Add(await LogsInAsync(portal, other, $"203.0.113.{100 + logIns.Count}"));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        var (answers, duration) = await attack;
        var during = await visits;

        output.WriteLine($"{tries} wrong passwords against {(isAgainstMany ? "many IDs" : "one ID")} by {Attackers} clients in {duration.TotalSeconds:0.0} s: "
            + string.Join(", ", answers.CountBy(answer => answer).Select(counted => $"{counted.Value} × {(int)counted.Key}")));
        output.WriteLine($"ordinary pages before: {Summary(before)}");
        output.WriteLine($"ordinary pages during: {Summary(during)}");
        output.WriteLine($"logins of others during: {Summary(logIns)}");
        answers.Count.ShouldBe(tries);
        answers.ShouldAllBe(answer => answer == HttpStatusCode.Redirect || answer == HttpStatusCode.TooManyRequests);
        Percentile(during, 99).ShouldBeLessThan(2000);
        logIns.Max().ShouldBeLessThan(10_000);
        (await portal.OutputAsync()).ShouldNotContain("[ERR]");
        using var attacker = Client(portal, AttackersAddress);
        var page = await attacker.LogInAsync(owner);
        if (isAgainstMany) page.Address.AbsolutePath.ShouldBe("/service");
        else page.Errors.ShouldHaveSingleItem().Text.ShouldContain("認証を一時的に停止しています");
    }

    /// <summary>About time, so it runs only when it is asked for (<c>-explicit only</c>).</summary>
    [Fact(Explicit = true)]
    [Trait("Requirement", "S58")]
    public async Task TwoHundredLogInsAtOnce_LeaveThePagesTheirTime()
    {
        const int people = 200, times = 5;
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string> { ["Portal__TrustedProxies"] = "127.0.0.1" });
        List<double> before = [], during = [];
        // Once to warm the portal up.
        for (var time = 0; time <= times; time++)
        {
            before = await VisitAsync(portal, () => false);
            var (started, refused) = (Stopwatch.GetTimestamp(), 0);
            var all = Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(async () =>
            {
                using var client = Client(portal, $"198.51.{time}.{person}");
                var token = (await Page.GetAsync(client, "/login")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
                while (await TryAsync(client, $"{WebUserId.Of(WebUserRole.Administrator, person + 1)}", "Wrong-1", token) == HttpStatusCode.TooManyRequests)
                {
                    Interlocked.Increment(ref refused);
                    await Task.Delay(500, TestContext.Current.CancellationToken);
                }
            })));
            during = await VisitAsync(portal, () => !all.IsCompleted, atLeast: 1);
            await all;
            output.WriteLine($"{(time == 0 ? "warm-up: " : "")}{people} logins in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {refused} × 429; pages before: {Summary(before)}; during: {Summary(during)}");
        }
        Percentile(during, 99).ShouldBeLessThan(250);
    }

    private static async Task<(IReadOnlyCollection<HttpStatusCode> Answers, TimeSpan Duration)> AttackAsync(WebProcess portal, int tries, Func<int, string> id)
    {
        var (answers, next, started) = (new ConcurrentBag<HttpStatusCode>(), -1, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Attackers).Select(_ => Task.Run(async () =>
        {
            using var client = Client(portal, AttackersAddress);
            var token = (await Page.GetAsync(client, "/login")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            for (int i; (i = Interlocked.Increment(ref next)) < tries;) answers.Add(await TryAsync(client, id(i), $"Wrong-{i}", token));
        })));
        return (answers, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<HttpStatusCode> TryAsync(HttpClient client, string id, string password, string token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["UserId"] = id, ["Password"] = password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
        return answer.StatusCode;
    }

    // Milliseconds that each page took, for as long as it is wished.
    private static async Task<List<double>> VisitAsync(WebProcess portal, Func<bool> goesOn, int atLeast = 100)
    {
        using var client = Client(portal, "203.0.113.30");
        var times = new List<double>();
        while (times.Count < atLeast || goesOn())
        {
            var started = Stopwatch.GetTimestamp();
            using var page = await client.GetAsync(new Uri(OrdinaryPages[times.Count % OrdinaryPages.Length], UriKind.Relative), TestContext.Current.CancellationToken);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        return times;
    }

    // From a browser without a cookie; gives back the milliseconds it took.
    private static async Task<double> LogsInAsync(WebProcess portal, string id, string address)
    {
        using var client = Client(portal, address);
        var started = Stopwatch.GetTimestamp();
        (await client.LogInAsync(id)).Address.AbsolutePath.ShouldBe("/service", address);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static HttpClient Client(WebProcess portal, string address)
    {
        var client = portal.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt(((times.Count * percent) + 99) / 100 - 1);

    private static string Summary(List<double> times) =>
        $"{times.Count}, median {Percentile(times, 50):0} ms, p99 {Percentile(times, 99):0} ms, longest {times.Max():0} ms";

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneDefinition;
}
