using System.Net;
using System.Text.RegularExpressions;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>⑧ when something is off with the 登録用URL: which, why, and what to do.</summary>
public sealed partial class LinkPageTests
{
    private const string Wrong = "wrng-wrng-wrng";

    [Theory]
    [InlineData("{0}.")]
    [InlineData("{0}>")]
    [InlineData("<{0}>")]
    [InlineData("{0}。")]
    [InlineData("「{0}」")]
    [InlineData("{0}%0D%0A")]
    [InlineData("%20{0}%20")]
    [InlineData("{1}%20{2}")]
    [InlineData("{1}%0A{2}")]
    [InlineData("{1}%0D%0A%20{2}>.")]
    [InlineData("{1}%E3%80%80{2}")]
    public async Task LinkDamagedInTheMail_WhereItsTokenIsWhole_LeadsToTheGoodAddress(string damaged)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var (path, _) = await portal.ReceiveLinkAsync(client, "taro@sample.com");
        var token = path[3..];

        var page = await Page.GetAsync(client, "/r/" + string.Format(null, damaged, token, token[..9], token[9..]));

        page.Address.AbsolutePath.ShouldBe(path);
        page.Heading.ShouldContain("登録用パスワードの入力");
    }

    [Theory]
    [InlineData("/r/")]
    [InlineData("/r/AbCdEfGh")]
    [InlineData("/r/AbCdEfGh.")]
    [InlineData("/r/AbCdEfGhIjKlMnOpQrStUvWx")]
    [InlineData("/r/AbCdEfGhIj/KlMnOpQrStUv")]
    [InlineData("/r/AbCdEfGhIjKlMnOpQrStUv.html")]
    [InlineData("/r/%E3%81%82")]
    public async Task LinkThatIsNotWhole_SaysSoAndHowToMendIt(string address)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();

        var page = await Page.GetAsync(client, address);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("登録用URLの一部が欠けているか、余分な文字が含まれています");
        page.Text.ShouldContain("改行の前と後をつなげてください");
        page.Text.ShouldContain("http://localhost:5080/r/");
        ShouldLeadOn(page);
    }

    [Fact]
    public async Task LinkNobodyKnows_SaysSo()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();

        var page = await Page.GetAsync(client, "/r/AbCdEfGhIjKlMnOpQrStUv");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("この登録用URLは確認できません");
        ShouldLeadOn(page);
    }

    [Fact]
    [Trait("Requirement", "S06")]
    public async Task Link_OpensInItsLastSecond_AndNotOneSecondLater()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 30, 23, 59, 59, TimeSpan.FromHours(9)));
        (await client.EnterAsync(link)).Heading.ShouldContain("申込みの流れ");
        var open = await Page.GetAsync(client, link.Path);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var expired = await open.Form("認証する").Fill("登録用パスワード", link.Password).Press("認証する");

        expired.Status.ShouldBe(HttpStatusCode.Gone);
        expired.Heading.ShouldBe("この登録用URLは有効期限が過ぎています");
        expired.Text.ShouldContain("2026年8月30日(日) 23時59分");
        ShouldLeadOn(expired);
    }

    [Fact]
    public async Task LinkReplacedByAnother_SaysSo()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var sent = await client.RequestLinkAsync("taro@sample.com");
        var (path, _) = RegistrantByHttp.LinkIn((await portal.MailToAsync("taro@sample.com")).Text);

        (await sent.Form("再送する").Press("再送する")).Text.ShouldContain("もう一度お送りしました");

        var replaced = await Page.GetAsync(client, path);
        replaced.Status.ShouldBe(HttpStatusCode.Gone);
        replaced.Heading.ShouldBe("この登録用URLは新しいURLに替わっています");
        replaced.Text.ShouldContain("最後に届いたメール");
        ShouldLeadOn(replaced);
    }

    [Fact]
    public async Task FiveWrongPasswords_PauseWithTheTimeShown_AndFifteenVoidTheLink()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");
        var page = await Page.GetAsync(client, link.Path);
        for (var i = 0; i < 5; i++) page = await page.Form("認証する").Fill("登録用パスワード", Wrong).Press("認証する");

        page.Text.ShouldContain("2026年7月1日(水) 10:30 まで認証できません");
        page.Document.QuerySelector("input[name=Password]").ShouldBeNull();
        portal.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        (await Page.GetAsync(client, link.Path)).Document.QuerySelector("input[name=Password]").ShouldBeNull();
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        for (var i = 0; i < 10; i++)
        {
            page = await (await Page.GetAsync(client, link.Path)).Form("認証する").Fill("登録用パスワード", Wrong).Press("認証する");
            if (i == 4) portal.Clock.Advance(TimeSpan.FromMinutes(30));
        }
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Heading.ShouldBe("この登録用URLは無効になりました");
        ShouldLeadOn(page);
    }

    [Fact]
    public async Task PasswordSentWhileTheLinkPauses_IsNotLookedAt()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");
        var open = await Page.GetAsync(client, link.Path);
        for (var i = 0; i < 5; i++) await open.Form("認証する").Fill("登録用パスワード", Wrong).Press("認証する");

        (await open.Form("認証する").Fill("登録用パスワード", link.Password).Press("認証する")).Text.ShouldContain("まで認証できません");

        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        (await client.EnterAsync(link)).Heading.ShouldContain("申込みの流れ");
    }

    [Fact]
    [Trait("Requirement", "S02")]
    public async Task LinkAlone_ShowsThePasswordFormAndNothingOfTheCase()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");
        var terms = await (await client.EnterAsync(link)).FillAsync(ApplicationType.HeadOffice);
        (await terms.SubmitAsync()).Heading.ShouldContain("ステップ5");
        using var stranger = portal.CreateClient();

        var page = await Page.GetAsync(stranger, link.Path);

        page.Heading.ShouldContain("登録用パスワードの入力");
        foreach (var secret in new[] { "taro@sample.com", "髙﨑", "受付番号" }) page.Text.ShouldNotContain(secret);
        NumberShape().IsMatch(page.Document.DocumentElement.OuterHtml).ShouldBeFalse();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [Trait("Requirement", "S08")]
    public async Task LookingAtALink_TenTimes_ChangesNothing(string method)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");

        for (var i = 0; i < 10; i++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), link.Path);
            (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await client.EnterAsync(link)).Heading.ShouldContain("申込みの流れ");
    }

    private static void ShouldLeadOn(Page page)
    {
        page.Document.QuerySelectorAll("main .actions a").Select(link => (link.TextContent, link.GetAttribute("href")))
            .ShouldBe([("登録用URLを再度受け取る", "/registration/mail-address"), ("申込状況の確認", "/registration/status")]);
        page.Document.QuerySelector("main form").ShouldBeNull();
    }

    [GeneratedRegex(@"\d{4}-\d{5}-\d")]
    private static partial Regex NumberShape();
}
