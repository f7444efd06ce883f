using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>監査証跡 and 統計 as staff see them.</summary>
public sealed class AuditTrailPageTests(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task Trail_NarrowedDown_SaysInWordsWhoDidWhatToWhat_AndKeepsTheConditions()
    {
        await using var portal = TestPortal.Beside(one.Portal);
        var (number, _, _) = await portal.FileAsync("trail@sample.com");
        await portal.BringToAsync(number, Domain.Registration.ApplicationState.InReview);
        using var client = await SignInAsync("auditor");

        var page = await Page.GetAsync(client, $"/backoffice/audit?by=clerk&what=PaperReceived&subject={number}");

        page.Text.ShouldContain($"受付番号 {number}");
        page.Text.ShouldContain("申込書の到着の登録");
        page.Form("絞り込む").Value("対象の番号・ID").ShouldBe(number.Value);
        (await Page.GetAsync(client, "/backoffice/audit?by=nobody")).Text.ShouldContain("該当する記録はありません。");
    }

    [Fact]
    public async Task Trail_TellsOfAPageRefused()
    {
        using (var clerk = await SignInAsync("clerk")) await Page.GetAsync(clerk, "/backoffice/audit");
        using var client = await SignInAsync("supervisor");

        (await Page.GetAsync(client, "/backoffice/audit?subject=clerk")).Text.ShouldContain("権限のない画面へのアクセス(backoffice/audit)");
    }

    [Theory]
    [InlineData("?from=tomorrow")]
    [InlineData("?from=0001-01-01&until=9999-12-31")]
    [InlineData("?from=9999-12-31&until=0001-01-01")]
    [InlineData("?behind=00000000-0000-0000-0000-000000000000")]
    public async Task Trail_WithConditionsThatMakeNoSense_ShowsWhatItCan(string query)
    {
        using var client = await SignInAsync("auditor");

        (await Page.GetAsync(client, $"/backoffice/audit{query}")).Heading.ShouldBe("監査証跡");
    }

    [Theory]
    [InlineData("", "3か月")]
    [InlineData("?weeks=52", "1年")]
    [InlineData("?weeks=7", "3か月")]
    public async Task Statistics_ShowThePeriodAskedFor(string query, string period)
    {
        using var client = await SignInAsync("auditor");

        var page = await Page.GetAsync(client, $"/backoffice/statistics{query}");

        page.Document.QuerySelector(".tabs [aria-current]")!.TextContent.ShouldBe(period);
    }

    private async Task<HttpClient> SignInAsync(string id)
    {
        var client = one.Portal.CreateClient();
        await client.SignInStaffAsync(id);
        return client;
    }
}
