using System.Collections.Concurrent;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using Npgsql;

namespace NexiPortal.Web.Tests;

/// <summary>
/// Two nodes on one PostgreSQL database behind nginx, set up by the samples of docs/deploy: people notice neither on which node they are nor that one ends.
/// nginx gives one request to the one and the next to the other, so that every page and the form sent from it are on different nodes.
/// </summary>
public sealed class NodesTests(TwoNodes two) : IClassFixture<TwoNodes>
{
    private const string Cases = "SELECT count(*) FROM \"RegistrationApplications\"";

    [Fact]
    [Trait("Requirement", "S56")]
    public async Task WholeWay_OverBothNodes_IsOne()
    {
        using var registrant = two.Nginx.CreateClient();
        await registrant.RequestLinkAsync("taro@sample.com");
        var mail = await two.NextMailAsync();
        mail.Text.ShouldContain($"{two.Nginx.Address}r/");

        var page = await (await (await registrant.EnterAsync(mail)).FillAsync(ApplicationType.HeadOffice)).SubmitAsync();

        page.Heading.ShouldContain("ステップ5");
        foreach (var node in two.Nodes) (await node.OutputWithAsync("\"Route\":\"registration/")).ShouldContain("\"Route\":\"registration/");
        await StaffSignInAsync();
    }

    [Fact]
    [Trait("Requirement", "F19")]
    public async Task RollingRestartAndAKilledNode_UnderLoad_FailNoRequest_AndLoseNothing()
    {
        var before = await AskAsync(Cases);
        var registrants = await AtTheTermsAsync(12);
        var (failures, told) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, 2).Select(n => RequestLinksAsync(n, told, failures, enough.Token)).ToList();
        var submissions = new List<Task>();

        foreach (var (i, node) in two.Nodes.Index())
        {
            submissions.AddRange(SubmitOneAfterTheOther(registrants[(4 * i)..(4 * i + 4)], failures));
            await node.TerminateAsync();
            node.ExitCode.ShouldBe(0);
            await node.RestartAsync();
        }
        submissions.AddRange(SubmitOneAfterTheOther(registrants[8..], failures));
        await Task.Delay(30);
        two.Nodes[0].Kill();
        await Task.WhenAll(submissions);
        await two.Nodes[0].RestartAsync();
        await enough.CancelAsync();
        await Task.WhenAll(load);

        failures.ShouldBeEmpty(two.Nginx.Complaints);
        told.Count.ShouldBeGreaterThan(10);
        (await AskAsync(Cases) - before).ShouldBe(registrants.Count);
        foreach (var address in told) (await AskAsync($"SELECT count(*) FROM \"RegistrationLinks\" WHERE \"Address\" = '{address}'")).ShouldBeGreaterThan(0, address);
    }

    // Staff exist where the command made them; signing in, the change of the password and the pages after it are on either node.
    private async Task StaffSignInAsync()
    {
        var added = await two.RunAsync("staff", "add", "--id", "hanako", "--role", "Supervisor", "--name", "山田 花子");
        added.ExitCode.ShouldBe(0, added.Output);
        var password = added.Output.Split('\n').Select(line => line.Trim().Split(' ')[^1]).First(word => word.Length == 12);
        using var staff = two.Nginx.CreateClient();
        var change = (await staff.SignInStaffAsync("hanako", password)).Form("パスワードを変更する");
        await change.Fill("現在のパスワード", password).Fill("New", StaffSteps.Password).Fill("新しいパスワード(確認用)", StaffSteps.Password).Press("パスワードを変更する");
        for (var i = 0; i < 4; i++) (await Page.GetAsync(staff, "/backoffice/jobs")).Heading.ShouldBe("定期処理");
    }

    private async Task<List<Page>> AtTheTermsAsync(int count)
    {
        var waiting = Enumerable.Range(0, count).ToDictionary(n => $"registrant{n}@sample.com", _ => two.Nginx.CreateClient());
        foreach (var (address, client) in waiting) await client.RequestLinkAsync(address);
        var arrived = new List<Page>();
        while (arrived.Count < count)
        {
            var mail = await two.NextMailAsync();
            if (waiting.Remove(mail.Recipients[0], out var client)) arrived.Add(await (await client.EnterAsync(mail)).FillAsync(ApplicationType.HeadOffice));
        }
        return arrived;
    }

    private static List<Task> SubmitOneAfterTheOther(IReadOnlyList<Page> terms, ConcurrentQueue<string> failures) => [.. terms.Index().Select(async one =>
    {
        await Task.Delay(20 * one.Index);
        await TryAsync(async () =>
        {
            var page = await one.Item.SubmitAsync();
            return page.Heading.Contains("ステップ5", StringComparison.Ordinal) ? "" : $"{page.Address} {page.Status} {page.Heading}";
        }, failures);
    })];

    private async Task RequestLinksAsync(int n, ConcurrentQueue<string> told, ConcurrentQueue<string> failures, CancellationToken enough)
    {
        using var client = two.Nginx.CreateClient();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var address = $"load{n}x{i}@sample.com";
            await TryAsync(async () =>
            {
                var page = await client.RequestLinkAsync(address);
                if (!page.Heading.Contains("登録用メール送信完了", StringComparison.Ordinal)) return $"{page.Address} {page.Status} {page.Heading}";
                told.Enqueue(address);
                return "";
            }, failures);
        }
    }

    private static async Task TryAsync(Func<Task<string>> act, ConcurrentQueue<string> failures)
    {
        try
        {
            if (await act() is { Length: > 0 } failure) failures.Enqueue(failure);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidOperationException)
        {
            failures.Enqueue(fault.Message);
        }
    }

    private async Task<long> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(two.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // Made of constants and the test's own addresses.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
