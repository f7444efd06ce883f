using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
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
        // The compiler comes to rest at what is not counted.
        for (var i = 0; i < 2; i++) await MeasureAtAsync(database, Sizes[0]);
        List<IReadOnlyList<(string Operation, double Time)>> bySize = [];
        foreach (var size in SizesUpTo(largest))
        {
            bySize.Add(await MeasureAtAsync(database, size));
            Console.Error.WriteLine($"{database}, {size:#,0} applications: measured.");
        }
        return [.. bySize[0].Select((operation, i) => new Curve(operation.Operation, [.. bySize.Select(measured => measured[i].Time)]))];
    }

    private static async Task<IReadOnlyList<(string Operation, double Time)>> MeasureAtAsync(DatabaseProvider database, int size)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.AddCasesAsync(size);
        portal.Clock.Advance(TimeSpan.FromDays(31)); // To a month whose numbers no case has.
        List<(string, double)> measured = [];
        foreach (var (name, act) in await OperationsAsync(portal, size))
        {
            await Stopclock.QuickestAsync(act, 5);
            measured.Add((name, await Stopclock.QuickestAsync(act, 30)));
        }
        return measured;
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
        var (webUser, _) = await portal.EnterServiceAsync();
        var company = await portal.InsuranceUserOfAsync(webUser);
        var webUserId = (await portal.AdministratorAsync(company)).Id;
        var code = await portal.AskAsync<IInsuranceUsersDb, string>(db => db.InsuranceUsers.Where(user => user.Id == company).Select(user => user.Code.Value).SingleAsync());
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
            ("⑬ what its page shows", () => portal.SendAsync(new ShowApplication.Query(printed))),
            ("⑬ form PDF", () => portal.SendAsync(new PrintApplicationForm.Query(printed))),
            ("a Web user's first page", () => portal.SendAsync(new ShowServiceHome.Query(webUserId))),
            ("staff: insurance user", () => portal.SendAsync(new ViewInsuranceUser.Query(code))),
            ("staff: letters", () => portal.SendAsync(new ListNotices.Query())),
            .. staff.Select(question => ($"staff: {question.Name}", question.Ask)),
        ];

        static RequestRegistrationLink.Command Request(string address) => new(address, address, null);
    }
}
