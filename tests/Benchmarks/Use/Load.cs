using System.Diagnostics;
using System.Text.Json;

namespace NexiPortal.Benchmarks.Use;

/// <summary>Requests for one address, one after the other from each of some clients, from a process of its own: so that the generator's memory and threads are not the server's.</summary>
/// <param name="Address">What is asked for.</param>
/// <param name="Cookies">The Cookie header.</param>
/// <param name="Clients">How many ask at once.</param>
/// <param name="Time">How long.</param>
internal sealed record Load(Uri Address, string Cookies, int Clients, TimeSpan Time)
{
    /// <summary>The word by which the benchmarks' program becomes the generator.</summary>
    public const string Word = "--load";

    /// <summary>What came of it: answers a second, and their times in milliseconds.</summary>
    public sealed record Outcome(double PerSecond, double Median, double P99, double Longest);

    /// <summary>Runs it in a process of its own.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public async Task<Outcome> RunAsync() => JsonSerializer.Deserialize<Outcome>(await Generator.RunAsync(Word, JsonSerializer.Serialize(this)))!;

    /// <summary>The generator: reads a load, makes it, and writes what came of it.</summary>
    public static async Task GenerateAsync()
    {
        var load = JsonSerializer.Deserialize<Load>(await Console.In.ReadToEndAsync())!;
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, load.Clients).Select(_ => Task.Run(() => load.AskAsync(http, started))));
        var all = times.SelectMany(some => some).ToList();
        var outcome = new Outcome(all.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, Spread.At(all, 0.5), Spread.At(all, 0.99), all.Max());
        Console.WriteLine(JsonSerializer.Serialize(outcome));
    }

    private async Task<List<double>> AskAsync(HttpMessageInvoker http, long started)
    {
        List<double> times = [];
        while (Stopwatch.GetElapsedTime(started) < Time)
        {
            var asked = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, Address);
            request.Headers.Add("X-Forwarded-Proto", "https");
            if (Cookies.Length > 0) request.Headers.Add("Cookie", Cookies);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            await answer.Content.CopyToAsync(Stream.Null);
            if ((int)answer.StatusCode != 200) throw new InvalidOperationException($"{Address} answered {(int)answer.StatusCode}.");
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        return times;
    }
}
