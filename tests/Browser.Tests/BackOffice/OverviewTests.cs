using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.BackOffice;

/// <summary>What gives an overview: the statistics, the audit trail and the scheduled work, of some months.</summary>
public sealed class OverviewTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task StatisticsAndAuditTrail_FitEveryWidth_AndAreReadByAnyone()
    {
        foreach (var (i, daysAgo) in new[] { 80, 79, 60, 58, 41, 40, 39, 25, 18, 9, 4 }.Index()) await WorkAsync(daysAgo, (ApplicationState)(i % 7));
        var page = await browser.OpenAsync();
        await page.SignInStaffAsync("auditor", address: "/backoffice/statistics");

        await page.Locator("summary").ClickAsync();
        await page.LookAsync("office-statistics");
        (await page.Locator("svg[role=img]").GetAttributeAsync("aria-label"))!.ShouldContain("積み上げ棒グラフ");
        await page.FollowAsync("1年");
        await page.LookAsync("office-statistics-year");

        await page.FollowAsync("監査証跡");
        await page.LookAsync("office-audit");
        await page.FollowAsync("以前の記録を見る");
        await page.FollowAsync("最新の記録に戻る");
        await page.GetByLabel("操作した職員のID").FillAsync("nobody");
        await page.PressAsync("絞り込む");
        await page.LookAsync("office-audit-none");
        (await page.TextAsync()).ShouldContain("該当する記録はありません。");
        await page.FollowAsync("条件をすべて外す");
        (await page.TextAsync()).ShouldContain("申込書の到着の登録");

        await page.FollowAsync("定期処理");
        await page.LookAsync("office-jobs");
        (await page.TextAsync()).ShouldContain("メールの送信");
    }

    [Fact]
    [Trait("Requirement", "S34")]
    public async Task JobDashboard_ShowsEveryPage_UnderItsOwnPolicy()
    {
        var page = await browser.OpenAsync();
        var refused = new List<string>();
        page.Console += (_, message) => refused.Add($"{page.Url}: {message.Text}");
        await page.SignInStaffAsync("supervisor", address: "/backoffice/jobs");

        await page.LookAsync("office-jobs-supervisor");
        await page.FollowAsync("Hangfireダッシュボード(英語)");
        await page.WaitForResponseAsync(answer => answer.Url.EndsWith("/stats", StringComparison.Ordinal));
        await page.ShowAsync("office-job-dashboard");
        foreach (var address in await page.Locator(".navbar-nav a, .list-group a").EvaluateAllAsync<string[]>("links => links.map(link => link.href).filter(address => address.includes('/dashboard/'))"))
        {
            await page.GotoAsync(address);
            (await page.TitleAsync()).ShouldEndWith("NexiPortal", customMessage: address);
        }

        refused.ShouldBeEmpty();
    }

    private async Task WorkAsync(int daysAgo, ApplicationState state)
    {
        await using var portal = browser.Beside(daysAgo);
        for (var i = 0; i <= daysAgo % 3; i++)
        {
            var (number, _, _) = await portal.FileAsync($"overview-{daysAgo}-{i}@sample.com", (ApplicationType)(i % 3));
            // Only a head office's application can be approved without anything registered before.
            await portal.BringToAsync(number, i == 0 ? state : ApplicationState.AwaitingPaper);
        }
    }
}
