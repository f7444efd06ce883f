using System.Net;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
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
                await AskAsync(client, address);
        }
        using var submitted = lively.Portal.CreateClient();
        await (await (await submitted.EnterAsync(await lively.Portal.ReceiveLinkAsync(submitted, "submitted@sample.com"))).FillAsync(ApplicationType.WebUser)).SubmitAsync();
        foreach (var address in new[] { "/registration/form", "/registration/application-form.pdf" }) (await AskAsync(submitted, address)).ShouldBe(HttpStatusCode.OK, address);
        using var supervisor = await lively.EnterAsync("supervisor");
        foreach (var address in Narrowed(lively)) (await AskAsync(supervisor, address)).ShouldBe(HttpStatusCode.OK, address);

        var scans = await QueryPlans.ScansAsync(Path.Combine(lively.Portal.DataDirectory, "nexiportal.db"));
        scans.Where(scan => !Few.Contains(scan.Table)).Select(scan => $"\n{scan.Table}, read from end to end by\n{scan.Question}").ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static IEnumerable<string> Narrowed(LivelyPortal lively) =>
    [
        .. new[] { lively.Number, "にほん", "日本貿易", "03-1234-5678", "case@sample.com", "200000002" }.Select(search => $"/backoffice/cases?search={search}"),
        .. Enum.GetNames<ApplicationState>().Select(state => $"/backoffice/cases?state={state}"),
        .. Enum.GetNames<WorkQueue.Order>().Select(order => $"/backoffice/cases?by={order}&desc=true&type=WebUser"),
        .. new[] { "にほん", "日本貿易", "03-1234-5678", "200000002", lively.Administrator }.Select(search => $"/backoffice/insurance-users?search={search}"),
        .. new[] { lively.Number, lively.Administrator, "clerk" }.Select(subject => $"/backoffice/audit?subject={subject}"),
        "/backoffice/audit?from=2026-01-01&until=2026-12-31&by=clerk",
        "/backoffice/audit?what=ViewCase",
    ];
}
