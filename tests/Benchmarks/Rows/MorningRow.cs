using NexiPortal.Benchmarks.Use;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>A morning at nine o'clock as <see cref="MorningLoad"/> makes it, with 100,000 cases; mail goes out and jobs run meanwhile.</summary>
internal sealed class MorningRow(Deployment deployment, DatabaseProvider database, int nodes) : Row
{
    private static readonly string[] Logins = ["⑧ send", "staff login send", "⑮ send"];

    private int _staff;

    public override string Key => (database, nodes) switch
    {
        (DatabaseProvider.Sqlite, _) => "morning-sqlite",
        (_, 1) => "morning-postgresql",
        _ => "morning-nodes",
    };

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        await using var portal = await PortalProcess.StartAsync(deployment.Portal, database, nodes);
        await portal.UseCases.AddCasesAsync(plan.Of(100_000, 500));
        // Before nine it is quiet: the compiler comes to rest.
        await (await PrepareAsync(portal, plan.Of(20, 2), webUsers: plan.Of(100, 5))).RunAsync();
        var load = await PrepareAsync(portal, plan.Of(120, 6), webUsers: plan.Of(1_000, 30));
        var morning = await load.RunAsync();
        foreach (var alike in morning.Failures.CountBy(failure => failure)) Console.Error.WriteLine($"{alike.Value} × {alike.Key}");
        Console.Error.WriteLine($"{portal.Nodes.Sum(node => node.ProcessorTime.TotalSeconds):0} s of processor time in all");
        foreach (var (step, times) in morning.Times.OrderBy(step => step.Key, StringComparer.Ordinal))
            Console.Error.WriteLine($"{step}: {times.Count:#,0} answers, half within {Spread.At(times, 0.5):0} ms, 99 of 100 within {Spread.At(times, 0.99):0} ms");
        var where = $"{database}, {(nodes == 1 ? "one node" : $"{nodes} nodes behind nginx")}";
        var pages = Of(step => !Logins.Contains(step));
        var ofRegistrants = Of(step => step[0] is >= '⑤' and <= '⑬' and not '⑮').Count;
        var all = Of(_ => true);
        return
        [
            Line.Alone($"Nine o'clock ({where}): answers, of which {100.0 * ofRegistrants / all.Count:0} % to registrants", "/s", new([all.Count / load.Time.TotalSeconds]), null),
            Line.Alone("– pages, half of them within", "ms", new([Spread.At(pages, 0.5)]), null),
            Line.Alone("– pages, 99 of 100 within", "ms", new([Spread.At(pages, 0.99)]), Goal.AtMost(250, "ms")),
            Line.Alone("– submissions (⑫), 99 of 100 within", "ms", new([Spread.At(morning.Times["⑫ send"], 0.99)]), null),
            Line.Alone($"– {load.WebUsers.Count:#,0} logins (⑮), 99 of 100 within", "ms", new([Spread.At(morning.Times["⑮ send"], 0.99)]), null),
            Line.Alone("– failed, or asked to come again later", "", new([morning.Failures.Count]), Goal.AtMost(0, "")),
            Line.Alone("– most memory a node held", "MB", new([portal.Nodes.Max(node => node.PeakMemory)]), Goal.AtMost(250, "MB")),
            Line.Alone("– of what a node holds at the end its own, files of the program left out", "MB", new([portal.Nodes.Max(node => node.OwnMemory)]), null),
        ];

        List<double> Of(Func<string, bool> isMeant) => [.. morning.Times.Where(step => isMeant(step.Key)).SelectMany(step => step.Value)];
    }

    private async Task<MorningLoad> PrepareAsync(PortalProcess portal, int seconds, int webUsers)
    {
        var links = await portal.UseCases.IssueLinksAsync(30 * seconds);
        List<string> staff = [];
        for (var i = 0; i < 2; i++)
        {
            staff.Add($"uketsuke{++_staff}");
            await portal.UseCases.EmployAsync(staff[^1]);
        }
        return new(
            portal.Address, [.. links.Select(link => new MorningLoad.Link(link.Path, link.Password))], staff, await portal.UseCases.AddAdministratorsAsync(webUsers),
            ["にほん", "㈱富士", "03-2", "光洋電子", "タイヘイヨウ"], Registrants: 16, TimeSpan.FromSeconds(seconds));
    }
}
