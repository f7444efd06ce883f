using NexiPortal.Benchmarks.Use;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>GET of ⑩, the longest form, with a session and an entry half filled in; beside the page that scaffolding makes for twelve fields.</summary>
internal sealed class DetailsPageRow(Deployment deployment) : Row
{
    private const int Clients = 8;

    public override string Key => "details";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        using var data = new TemporaryDirectory();
        await using var portal = await PortalProcess.StartAsync(deployment.Portal);
        await using var peer = await ServerProcess.StartAsync(deployment.Peer, WebProcess.FreePort(), PeerProcess.Settings(data.Path));
        var cookies = await portal.EnterRegistrantAsync();
        List<double> here = [], there = [];
        var rates = await plan.InterleaveAsync(
            () => AskAsync(portal.Server, "/registration/details", cookies, plan.RoundTime, here),
            () => AskAsync(peer, "/Form", "", plan.RoundTime, there));
        return
        [
            Line.Compare("GET of ⑩, with session", "12-field Razor form", "/s", rates[0], rates[1], Goal.Ratio(1)),
            Line.Compare("– processor time of the server", "12-field Razor form", "µs", new(here[plan.WarmUps..]), new(there[plan.WarmUps..]), null),
        ];
    }

    // Processor time a request is written down beside.
    private static async Task<double> AskAsync(ServerProcess server, string path, string cookies, TimeSpan time, List<double> processorTimes)
    {
        var before = server.ProcessorTime;
        var outcome = await new Load(new(server.Address, path), cookies, Clients, time).RunAsync();
        processorTimes.Add((server.ProcessorTime - before).TotalMicroseconds / (outcome.PerSecond * time.TotalSeconds));
        return outcome.PerSecond;
    }
}
