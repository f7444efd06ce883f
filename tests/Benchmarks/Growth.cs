using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>How what a request does grows with the number of applications: from a thousand to a million.</summary>
internal static class Growth
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>An operation and what it took, in milliseconds, at each size.</summary>
    internal sealed record Curve(string Operation, IReadOnlyList<double> Milliseconds);

    public static IReadOnlyList<int> SizesUpTo(int largest) => [.. Sizes.Where(size => size <= largest)];

    /// <summary>Measures it on one database.</summary>
    public static async Task<IReadOnlyList<Curve>> MeasureAsync(DatabaseProvider database, int largest)
    {
        var measured = new Dictionary<string, List<double>>();
        foreach (var size in SizesUpTo(largest))
        {
            await using var portal = await TestPortal.StartAsync(database);
            await portal.AddCasesAsync(size);
            portal.Clock.Advance(TimeSpan.FromDays(31)); // To a month whose numbers no case has.
            // What PostgreSQL does by itself in the minutes after so many rows came.
            if (database == DatabaseProvider.PostgreSql) await portal.AskAsync<IRegistrationDb, int>(db => ((DbContext)db).Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
            foreach (var (name, act) in await OperationsAsync(portal, size))
            {
                await Stopclock.QuickestAsync(act, 5);
                if (!measured.TryGetValue(name, out var times)) measured[name] = times = [];
                times.Add(await Stopclock.QuickestAsync(act, 30));
            }
            Console.Error.WriteLine($"{database}, {size:#,0} applications: measured.");
        }
        return [.. measured.Select(operation => new Curve(operation.Key, operation.Value))];
    }

    private static async Task<IReadOnlyList<(string Name, Func<Task> Act)>> OperationsAsync(TestPortal portal, int size)
    {
        var entering = await portal.EnterAsync("nyuuryoku@boueki.example.jp");
        await portal.FillAndConfirmAsync(entering);
        var ready = new Queue<(Guid LinkId, int Version)>();
        for (var i = 0; i < 40; i++)
        {
            var linkId = await portal.EnterAsync($"soushin{i}@boueki.example.jp");
            ready.Enqueue((linkId, await portal.FillAndConfirmAsync(linkId)));
        }
        var (printed, _) = await portal.ApplyAsync("insatsu@boueki.example.jp");
        var staff = await StaffQuestions.OfAsync(portal, size);
        return
        [
            ("⑤ request of a link", () => portal.SendAsync(Request($"{Guid.NewGuid():N}@example.jp"))),
            ("⑩ what its page shows", () => portal.SendAsync(new ShowProgress.Query(entering))),
            ("⑫ submission", async () =>
            {
                var (linkId, version) = ready.Dequeue();
                await portal.SubmitAsync(linkId, version);
            }),
            ("⑬ form PDF", () => portal.SendAsync(new PrintApplicationForm.Query(printed))),
            .. staff.Select(question => ($"staff: {question.Name}", question.Ask)),
        ];

        static RequestRegistrationLink.Command Request(string address) => new(address, address, null);
    }
}
