using NexiPortal.Benchmarks.Use;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>A morning at nine o'clock as <see cref="MorningLoad"/> makes it, with 100,000 cases; mail goes out and jobs run meanwhile.</summary>
internal sealed class MorningRow(Deployment deployment, DatabaseProvider database, int nodes) : Row
{
    private static readonly string[] Logins = ["⑧ send", "staff login send", "⑮ send"];

    public override string Key => "morning";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        await using var portal = await PortalProcess.StartAsync(deployment.Portal, database, nodes);
        await portal.UseCases.AddCasesAsync(plan.Of(100_000, 500));
        var load = await PrepareAsync(portal, plan);
        var morning = await load.RunAsync();
        if (morning.Failures.Count > 0) throw new InvalidOperationException($"{morning.Failures.Count} went wrong: {morning.Failures[0]}\n{portal.Nodes[0].Output}");
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
            Line.Alone("– most memory a node held", "MB", new([portal.Nodes.Max(node => node.PeakMemory)]), Goal.AtMost(250, "MB")),
        ];

        List<double> Of(Func<string, bool> isMeant) => [.. morning.Times.Where(step => isMeant(step.Key)).SelectMany(step => step.Value)];
    }

    private static async Task<MorningLoad> PrepareAsync(PortalProcess portal, Plan plan)
    {
        var time = TimeSpan.FromSeconds(plan.Of(60, 8));
        var links = await portal.UseCases.IssueLinksAsync(plan.Of(4_000, 400));
        var webUsers = await portal.UseCases.AddAdministratorsAsync(plan.Of(1_000, 50));
        string[] staff = ["uketsuke1", "uketsuke2", "uketsuke3", "uketsuke4"];
        foreach (var id in staff) await portal.UseCases.EmployAsync(id);
        return new(portal.Address, [.. links.Select(link => new MorningLoad.Link(link.Path, link.Password))], staff, webUsers, ["にほん", "㈱富士", "03-2", "光洋電子", "タイヘイヨウ"], plan.Of(40, 10), time);
    }
}
