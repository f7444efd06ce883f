using System.Diagnostics;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.TestSupport.ServiceSteps;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>
/// Logins a second beside password hashes alone, on the same machine in the same run: what a login costs beyond its hash.
/// About time, so it runs only when it is asked for (<c>-explicit only</c>).
/// </summary>
public sealed class LogInSpeedTests(ITestOutputHelper output)
{
    private const int Clients = 4;
    private const int Rounds = 9;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    [Theory(Explicit = true), ClassData(typeof(OnEachDatabase))]
    public async Task LogIns_BesidePasswordHashesAlone(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        List<string> ids = [];
        for (var i = 0; i < Clients; i++) ids.Add((await portal.EnterServiceAsync()).Id);
        var (hasher, hash) = await portal.AskAsync<IPasswordHasher, (IPasswordHasher, string)>(found => Task.FromResult((found, found.Hash(Password))));
        Task HashAsync(int client) => Task.FromResult(hasher.Fits(Password, hash) ? 0 : throw new InvalidOperationException());
        Task LogInAsync(int client) => portal.LogInAsync(ids[client], Password);
        await RateAsync(HashAsync);
        await RateAsync(LogInAsync);

        List<double> hashes = [], logIns = [];
        for (var round = 0; round < Rounds; round++)
        {
            hashes.Add(await RateAsync(HashAsync));
            logIns.Add(await RateAsync(LogInAsync));
            output.WriteLine($"{database,-10} round {round + 1}: {hashes[^1],6:0.0} hashes/s {logIns[^1],6:0.0} logins/s");
        }
        output.WriteLine($"{database,-10} median of {Rounds}, {Clients} clients: {Median(hashes):0.0} hashes/s, {Median(logIns):0.0} logins/s, ratio {Median(logIns) / Median(hashes):0.00}");
    }

    // A second, over all clients at once.
    private static async Task<double> RateAsync(Func<int, Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < RoundTime; count++) await act(client);
            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
