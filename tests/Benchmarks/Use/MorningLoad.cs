using System.Diagnostics;
using System.Text.Json;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Use;

/// <summary>
/// A morning at nine o'clock, from a process of its own: registrants go from ⑤ to ⑬, staff page and search, and the Web users log in, all with pauses between the pages,
/// if only short ones.
/// </summary>
/// <param name="Portal">Where the portal is reached.</param>
/// <param name="Links">A mailed link a registrant: path and password.</param>
/// <param name="Staff">職員ID, all with the password of <see cref="StaffSteps"/>.</param>
/// <param name="WebUsers">WebユーザーID, all with the password of <see cref="ServiceSteps"/>; each logs in once.</param>
/// <param name="Searches">What staff search for.</param>
/// <param name="Registrants">How many registrants are at it at once.</param>
/// <param name="Time">How long it lasts.</param>
internal sealed record MorningLoad(
    Uri Portal, IReadOnlyList<MorningLoad.Link> Links, IReadOnlyList<string> Staff, IReadOnlyList<string> WebUsers, IReadOnlyList<string> Searches, int Registrants, TimeSpan Time)
{
    /// <summary>The word by which the benchmarks' program becomes this load.</summary>
    public const string Word = "--morning";

    private const int LongestPause = 400;

    private readonly Times _times = new();
    private readonly List<string> _failures = [];

    /// <summary>A mailed link.</summary>
    internal sealed record Link(string Path, string Password);

    /// <summary>What came of it: the times of each step in milliseconds, and what went wrong.</summary>
    internal sealed record Outcome(IReadOnlyDictionary<string, IReadOnlyList<double>> Times, IReadOnlyList<string> Failures);

    /// <summary>Runs it in a process of its own.</summary>
    public async Task<Outcome> RunAsync() => JsonSerializer.Deserialize<Outcome>(await Generator.RunAsync(Word, JsonSerializer.Serialize(this)))!;

    /// <summary>The generator: reads a load, makes it, and writes what came of it.</summary>
    public static async Task GenerateAsync()
    {
        var load = JsonSerializer.Deserialize<MorningLoad>(await Console.In.ReadToEndAsync())!;
        await load.MakeAsync();
        Console.WriteLine(JsonSerializer.Serialize(new Outcome(load._times.All, load._failures)));
    }

    private async Task MakeAsync()
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        var registrants = Enumerable.Range(0, Registrants).Select(i => UntilTheEndAsync(new(i), async chance =>
        {
            var number = Interlocked.Increment(ref next);
            if (number < Links.Count) await RegisterAsync(Links[number], number, chance);
            else await PauseAsync(chance);
        }));
        var staff = Staff.Select((id, i) => SignedInAsync(id, i));
        // One after the other over the whole time, whether or not the one before is done.
        var webUsers = WebUsers.Select(async (id, i) =>
        {
            await Task.Delay(Time * 0.9 * ((double)i / WebUsers.Count));
            await TryAsync(() => LogInAsync(id, i));
        });
        await Task.WhenAll([.. registrants, .. staff, .. webUsers]);

        async Task UntilTheEndAsync(Random chance, Func<Random, Task> act)
        {
            while (Stopwatch.GetElapsedTime(started) < Time) await TryAsync(() => act(chance));
        }

        async Task SignedInAsync(string id, int i)
        {
            using var browser = new Browser(Portal, 10_000 + i, _times);
            await TryAsync(() => SignInAsync(browser, id));
            await UntilTheEndAsync(new(i), chance => LookAroundAsync(browser, chance));
        }
    }

    private async Task RegisterAsync(Link link, int number, Random chance)
    {
        var type = (ApplicationType)(number % 10 < 7 ? 0 : number % 10 < 9 ? 1 : 2);
        using var browser = new Browser(Portal, 20_000 + number, _times);
        await browser.GoAsync("⑤", "/registration/mail-address");
        await PauseAsync(chance);
        var address = $"mousikomi{number}@kaisha.example.jp";
        await browser.PressAsync("⑤ send", ("MailAddress", address), ("MailAddressAgain", address));
        await PauseAsync(chance);
        await browser.GoAsync("⑧", link.Path);
        await PauseAsync(chance);
        await browser.PressAsync("⑧ send", ("Password", link.Password));
        await PauseAsync(chance);
        await browser.PressAsync("⑨ send", ("type", $"{type}"));
        await PauseAsync(chance);
        var values = Entries.Complete(type);
        await browser.PressAsync("⑩ send", [.. ApplicationFields.For(type).Select(field => (field.Key, values[field])), ("button", "GoOn")]);
        await PauseAsync(chance);
        await browser.PressAsync("⑪ send");
        await PauseAsync(chance);
        await browser.PressAsync("⑫ send", ("agreed", "true"));
        await PauseAsync(chance);
        await browser.GoAsync("⑬ PDF", "/registration/application-form.pdf");
    }

    private static async Task SignInAsync(Browser browser, string id)
    {
        await browser.GoAsync("staff login", "/backoffice/login");
        await browser.PressAsync("staff login send", ("StaffId", id), ("Password", StaffSteps.Password));
    }

    private async Task LookAroundAsync(Browser browser, Random chance)
    {
        await browser.GoAsync("staff queue", $"/backoffice/cases?state={Pick(["AwaitingPaper", "InReview", "Completed"])}&p={chance.Next(1, 20)}");
        await PauseAsync(chance);
        var search = Pick(Searches);
        await browser.GoAsync("staff search", $"/backoffice/cases?search={Uri.EscapeDataString(search)}");
        await PauseAsync(chance);

        string Pick(IReadOnlyList<string> some) => some[chance.Next(some.Count)];
    }

    private async Task LogInAsync(string id, int number)
    {
        using var browser = new Browser(Portal, 40_000 + number, _times);
        await browser.GoAsync("⑮", "/login");
        await browser.PressAsync("⑮ send", ("UserId", id), ("Password", ServiceSteps.Password));
        if (!browser.Page.Contains("ログアウト", StringComparison.Ordinal)) throw new InvalidOperationException("⑮: not logged in");
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            lock (_failures) _failures.Add(e.Message);
        }
    }

    private static Task PauseAsync(Random chance) => Task.Delay(chance.Next(LongestPause));
}
