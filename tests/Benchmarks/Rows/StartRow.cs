using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>From the start of the process to the first page, on a database that is there already.</summary>
internal sealed class StartRow(Deployment deployment) : Row
{
    public override string Key => "start";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        using var data = new TemporaryDirectory();
        await using var mail = SmtpSink.Start();
        PreparedDatabase.CopyTo(Path.Combine(data.Path, "nexiportal.db"));
        var starts = await (plan with { WarmUps = 1 }).InterleaveAsync(
            () => TimeAsync(deployment.Portal, port => PortalProcess.Settings(port, data.Path, mail.Port)),
            () => TimeAsync(deployment.Peer, _ => PeerProcess.Settings(data.Path)));
        return [Line.Compare("Start to first page", "Razor + EF template", "ms", starts[0], starts[1], Goal.RatioAtMost(1.6))];
    }

    private static async Task<double> TimeAsync(Program program, Func<int, Dictionary<string, string>> settings)
    {
        var port = WebProcess.FreePort();
        await using var server = await ServerProcess.StartAsync(program, port, settings(port));
        return server.StartTime.TotalMilliseconds;
    }
}
