using System.Net;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The work queue and the scan box through their pages.</summary>
public sealed class QueueTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Queue = "/backoffice/cases";

    private WebProcess Portal => one.Portal;

    [Fact]
    public async Task Tabs_CountEveryState_AndEachListsItsOwn()
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync("tabs@sample.com", ApplicationType.Branch);
        await portal.BringToAsync(number, ApplicationState.AwaitingCorrection);
        using var client = await ClerkAsync();

        var page = await Page.GetAsync(client, Queue);

        Tabs(page).Count().ShouldBe(11);
        Tabs(page).ShouldContain("補正待ち1");
        page = await page.Follow("補正待ち1");
        page.Address.Query.ShouldBe("?state=AwaitingCorrection");
        Rows(page).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => row.ShouldStartWith($"{number} 株式会社髙﨑𠮷商事 大阪支店 保険利用者登録(支店) 補正待ち 停止中(残り5営業日)"),
            row => row.ShouldContain("まで"),
            row => row.ShouldEndWith("第1版"));
        page = await page.Follow(number.Value);
        page.Address.AbsolutePath.ShouldBe($"{Queue}/{number}");
    }

    [Theory]
    [InlineData("受付番号")]
    [InlineData("申込種類")]
    [InlineData("期限")]
    public async Task Column_SortsByItsLink_AndTheOtherWayRoundByTheNext(string column)
    {
        await using var portal = TestPortal.Beside(Portal);
        await portal.FileAsync("sort@sample.com", ApplicationType.WebUser);
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, $"{Queue}?by={(column == "期限" ? "Number" : "Due")}");

        var up = await page.Follow(column);
        var down = await up.Follow(column);

        Sorted(up, column).ShouldBe("ascending");
        Sorted(down, column).ShouldBe("descending");
        Rows(down).ShouldBe(Rows(up).Reverse());
    }

    [Fact]
    public async Task Search_FindsWithinTheTab_AndSaysWhereElseToLook()
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync("search@sample.com");
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, $"{Queue}?state=Declined");

        page = await page.Form("検索する").Fill("検索", number.Value).Press("検索する");

        page.Address.Query.ShouldBe($"?state=Declined&search={number}&type=");
        page.Text.ShouldContain("「登録不可」の中に、条件に該当する申込みはありません。");
        page.Form("検索する").Value("検索").ShouldBe(number.Value);
        page = await page.Follow("すべての状態から探す");
        Rows(page).ShouldHaveSingleItem().ShouldStartWith(number.Value);
        page = await page.Form("検索する").Fill("申込種類", "Webユーザー登録").Press("検索する");
        page.Text.ShouldContain("条件に該当する申込みはありません。検索する文字や申込種類をご確認ください。");
        page = await page.Follow("条件を解除する");
        Rows(page).Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task EmptyTab_SaysSo()
    {
        using var client = await ClerkAsync();
        (await Page.GetAsync(client, $"{Queue}?state=Withdrawn")).Text.ShouldContain("「取下げ」の申込みはありません。");
        (await Page.GetAsync(client, $"{Queue}?p=7")).Text.ShouldContain("このページに表示する申込みはありません。");
    }

    [Fact]
    public async Task Pages_FollowOneAnother_KeepingTheQuestion()
    {
        await using var web = await WebProcess.StartAsync();
        await using var portal = TestPortal.Beside(web);
        await portal.AddCasesAsync(120);
        using var client = web.CreateClient();
        await client.SignInStaffAsync("clerk");

        var first = await Page.GetAsync(client, $"{Queue}?by=Number&desc=true");
        var second = await first.Follow("次のページ");
        var third = await second.Follow("次のページ");

        third.Address.Query.ShouldBe("?by=Number&desc=true&p=3");
        Rows(first).Concat(Rows(second)).Concat(Rows(third)).ShouldBeUnique();
        (Rows(first).Count(), Rows(second).Count(), Rows(third).Count()).ShouldBe((50, 50, 20));
        third.Text.ShouldNotContain("次のページ");
        Rows(await third.Follow("前のページ")).ShouldBe(Rows(second));
    }

    [Theory]
    [InlineData("state=99&type=x&by=y&desc=z&p=-1")]
    [InlineData("search=%00&p=99999999999")]
    [InlineData("search=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [Trait("Requirement", "S52")]
    public async Task Address_ThatNobodyOffered_IsAnswered(string query)
    {
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, $"{Queue}?{query}");
        (page.Status, page.Heading).ShouldBe((HttpStatusCode.OK, "申込一覧"));
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Scan_OpensTheCase_FromEveryPage()
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync("scan@sample.com");
        var code = await portal.FormCodeAsync(number);
        using var client = await ClerkAsync();
        foreach (var address in new[] { Queue, "/backoffice", $"{Queue}/{number}", "/backoffice/password" })
        {
            var opened = await (await Page.GetAsync(client, address)).Form("開く").Fill("申込書のQRコード", code).Press("開く");
            opened.Address.PathAndQuery.ShouldBe($"{Queue}/{number}?scanned=1");
            opened.Text.ShouldNotContain("無効です");
        }
        (await (await Page.GetAsync(client, Queue)).Form("開く").Fill("申込書のQRコード", number.Value).Press("開く")).Address.PathAndQuery.ShouldBe($"{Queue}/{number}");
    }

    [Fact]
    public async Task Scan_OfAnEarlierRevision_OpensTheCase_AndSaysThatItIsVoid()
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync("older@sample.com");
        var code = await portal.FormCodeAsync(number);
        await portal.SubmitAgainAsync(number);
        using var client = await ClerkAsync();

        var page = await ScanAsync(client, code);

        page.Text.ShouldContain("読み取った申込書は第1版で、無効です");
        page.Text.ShouldContain("現在の申込書は第2版です。");
        page = await page.Follow("申込書の到着を登録する");
        page = await page.Form("申込書の到着を登録する").Press("申込書の到着を登録する");
        page.Errors.ShouldHaveSingleItem().ShouldBe(new("届いた申込書は第1版ですが、現在の申込書は第2版です。古い版の申込書では手続きを進められません。", "Revision"));
    }

    [Theory]
    [InlineData("", "申込書のQRコードまたは受付番号として読み取れませんでした。")]
    [InlineData("株式会社日本貿易商事", "申込書のQRコードまたは受付番号として読み取れませんでした。")]
    [InlineData("\"><script>alert(1)</script>", "申込書のQRコードまたは受付番号として読み取れませんでした。")]
    [Trait("Requirement", "S52")]
    public async Task Scan_ThatNamesNoCase_IsAnsweredInASentence_AndKept(string scanned, string sentence)
    {
        using var client = await ClerkAsync();

        var page = await ScanAsync(client, scanned);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldStartWith("エラー：");
        page.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Text.ShouldStartWith(sentence), e => e.Field.ShouldBe("Code"));
        page.Form("もう一度開く").Value("読み取った文字").ShouldBe(scanned);
        page.Form("開く").Value("申込書のQRコード").ShouldBeEmpty();
    }

    [Fact]
    public async Task Scan_OfANumberNobodyHas_IsAnsweredInASentence()
    {
        using var client = await ClerkAsync();
        (await ScanAsync(client, ApplicationNumber.Of(new(2099, 1, 1), 1).Value)).Errors.ShouldHaveSingleItem().Text.ShouldBe("該当する申込みが見つかりません。受付番号をご確認ください。");
    }

    [Fact]
    public async Task Scan_OfAnAlteredForm_IsAnsweredInASentence()
    {
        using var client = await ClerkAsync();
        (await ScanAsync(client, $"{one.CaseNumber}/1/00000000")).Errors.ShouldHaveSingleItem().Text.ShouldStartWith($"読み取ったQRコードは、受付番号{one.CaseNumber}で受信した申込情報と一致しません。");
        (await ScanAsync(client, $"{one.CaseNumber}/2/00000000")).Errors.ShouldHaveSingleItem().Text.ShouldStartWith($"読み取ったQRコードは、受付番号{one.CaseNumber}で受信した申込情報と一致しません。");
    }

    private async Task<HttpClient> ClerkAsync()
    {
        var client = Portal.CreateClient();
        (await client.SignInStaffAsync("clerk")).Heading.ShouldBe("申込一覧");
        return client;
    }

    private static async Task<Page> ScanAsync(HttpClient client, string scanned) =>
        await (await Page.GetAsync(client, Queue)).Form("開く").Fill("申込書のQRコード", scanned).Press("開く");

    private static IEnumerable<string> Tabs(Page page) => page.Document.QuerySelectorAll(".states a").Select(tab => tab.TextContent.Trim());

    private static string? Sorted(Page page, string column) => page.Document.QuerySelectorAll("thead th").Single(head => head.TextContent.Trim() == column).GetAttribute("aria-sort");

    private static IEnumerable<string> Rows(Page page) =>
        page.Document.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
