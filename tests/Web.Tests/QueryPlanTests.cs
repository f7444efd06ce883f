using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>However many cases there have been, no page reads a table of them from end to end.</summary>
public sealed class QueryPlanTests
{
    private static readonly string[] Few = ["JobRuns", "StaffMembers"];
    private static readonly string[] Everything = ["/backoffice/insurance-users/export.csv"];

    [Fact]
    public async Task NoPage_ReadsATableThatGrowsFromEndToEnd()
    {
        await QueryPlans.ListenAsync();
        await using var lively = new LivelyPortal();
        await lively.InitializeAsync();
        foreach (var visitor in LivelyPortal.Visitors.Select(row => row.Data))
        {
            using var client = await lively.EnterAsync(visitor);
            foreach (var (_, address) in lively.Addresses.Where(found => LivelyPortal.IsFor(found.Endpoint, visitor) && !Everything.Contains(found.Address)))
                using (await client.GetAsync(address, TestContext.Current.CancellationToken)) { }
        }

        var scans = await QueryPlans.ScansAsync(Path.Combine(lively.Portal.DataDirectory, "nexiportal.db"));
        scans.Where(scan => !Few.Contains(scan.Table)).Select(scan => $"\n{scan.Table}, read from end to end by\n{scan.Question}").ShouldBeEmpty();
    }
}
