using System.Diagnostics;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.TestSupport.ServiceSteps;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>⑮: logins a second beside password hashes alone: what a login costs beyond its hash.</summary>
internal sealed class LogInRow(DatabaseProvider database) : Row
{
    private const int Clients = 4;

    public override string Key => "login";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        await using var portal = await TestPortal.StartAsync(database);
        List<string> ids = [];
        for (var i = 0; i < Clients; i++) ids.Add((await portal.EnterServiceAsync()).Id);
        var (hasher, hash) = await portal.AskAsync<IPasswordHasher, (IPasswordHasher, string)>(found => Task.FromResult((found, found.Hash(Password))));
        var rates = await plan.InterleaveAsync(
            () => RateAsync(client => portal.LogInAsync(ids[client], Password), plan.RoundTime),
            () => RateAsync(_ => Task.FromResult(hasher.Fits(Password, hash) ? 0 : throw new InvalidOperationException()), plan.RoundTime));
        return [Line.Compare($"Login, {Clients} clients, {database}", "password hashes alone", "/s", rates[0], rates[1], Goal.Ratio(0.8))];
    }

    // A second, over all clients at once.
    private static async Task<double> RateAsync(Func<int, Task> act, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; count++) await act(client);
            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
