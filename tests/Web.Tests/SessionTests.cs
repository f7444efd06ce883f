using System.Globalization;
using System.Net;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>How a registrant's session ends, and what is said then.</summary>
public sealed class SessionTests
{
    private const string Address = "taro@sample.com";
    private const string Idle = "一定時間操作がなかったため、お手続きの画面を終了しました";

    [Theory]
    [InlineData("申込情報の確認へ")]
    [InlineData("申込手続きの内容と流れへ")]
    [InlineData("一時保存する")]
    [InlineData("一時保存して終了する")]
    [Trait("Requirement", "S31")]
    public async Task OpenStep2_WhenItsSessionEndedByTime_LeadsWithEveryButtonToThePageThatSaysWhy(string button)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var form = await (await client.EnterAsync(await portal.ReceiveLinkAsync(client, Address))).BeginAsync("株式会社日本貿易商事");

        portal.Clock.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        var ended = await form.Press(button);

        ended.Status.ShouldBe(HttpStatusCode.OK);
        ended.Heading.ShouldBe(Idle);
        ended.Text.ShouldContain("30分");
        ended.Text.ShouldContain("一時保存されていない入力内容は、破棄されています");
    }

    [Fact]
    [Trait("Requirement", "S31")]
    public async Task SavedInput_AfterTheSessionEndedByTime_IsOfferedAndUnsavedInputIsGone()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Session:IdleMinutes"] = "10" });
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, Address);
        var saved = await (await (await client.EnterAsync(link)).BeginAsync("株式会社日本貿易商事")).Press("一時保存する");
        await saved.Form("申込情報の確認へ").Fill(ApplicationFields.CompanyName.Key, "消える名前").Press("申込情報の確認へ");

        portal.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        (await Page.GetAsync(client, "/registration/details")).Heading.ShouldBe(Idle);
        var again = await client.EnterAsync(link);

        var resumed = await again.Form("続きから入力する").Press("続きから入力する");
        resumed.Form("申込情報の確認へ").Value(ApplicationFields.CompanyName.Key).ShouldBe("株式会社日本貿易商事");
    }

    [Fact]
    [Trait("Requirement", "S31")]
    public async Task EveryRequest_BeginsTheIdleTimeAnew_ButAskingHowLongItLastsDoesNot()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        await client.EnterAsync(await portal.ReceiveLinkAsync(client, Address));

        portal.Clock.Advance(TimeSpan.FromMinutes(25));
        (await SecondsLeftAsync(client)).ShouldBe(5 * 60);
        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        (await SecondsLeftAsync(client)).ShouldBe(60);
        (await SecondsLeftAsync(client, "?extend=true")).ShouldBe(30 * 60);
        portal.Clock.Advance(TimeSpan.FromMinutes(29));
        (await Page.GetAsync(client, "/registration/type")).Heading.ShouldContain("申込みの流れ");
        portal.Clock.Advance(TimeSpan.FromMinutes(29));
        (await SecondsLeftAsync(client)).ShouldBe(60);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        (await Page.GetAsync(client, "/registration/session")).Heading.ShouldBe(Idle);
    }

    [Fact]
    [Trait("Requirement", "S31")]
    public async Task Session_HoweverBusy_EndsAfterHalfADayAndSaysSo()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        await client.EnterAsync(await portal.ReceiveLinkAsync(client, Address));

        for (var minutes = 0; minutes < 700; minutes += 20)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(20));
            (await Page.GetAsync(client, "/registration/type")).Heading.ShouldContain("申込みの流れ");
        }

        // 11 h 40 min have gone; the session cannot be extended beyond the twelfth hour.
        (await SecondsLeftAsync(client, "?extend=true")).ShouldBe(20 * 60);
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        var ended = await Page.GetAsync(client, "/registration/type");
        ended.Heading.ShouldBe("認証の有効時間が過ぎたため、お手続きの画面を終了しました");
        ended.Text.ShouldContain("12時間");
        (await Page.GetAsync(client, "/registration/type")).Heading.ShouldBe(ended.Heading);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("details")]
    [InlineData("leave")]
    [InlineData("confirm")]
    [InlineData("terms")]
    [InlineData("form")]
    [InlineData("application-form.pdf")]
    [InlineData("session")]
    [Trait("Requirement", "S37")]
    public async Task Step_WithoutAnySession_SaysThatOneHasToEnterFirst(string step)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();

        var page = await Page.GetAsync(client, $"/registration/{step}");

        page.Heading.ShouldBe("お手続きを続けるには、認証が必要です");
        page.Text.ShouldNotContain("破棄");
        page.Text.ShouldContain("【NEXI】保険利用者・Webユーザー登録用URLのお知らせ");
    }

    [Fact]
    public async Task Session_WhenItsLinkRanOut_SaysSo()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Registration:LinkLifetimeDays"] = "1", ["Session:IdleMinutes"] = "720" });
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, Address);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 2, 23, 50, 0, TimeSpan.FromHours(9)));
        var form = await (await client.EnterAsync(link)).BeginAsync("株式会社日本貿易商事");

        portal.Clock.Advance(TimeSpan.FromMinutes(10));

        (await form.Press("申込情報の確認へ")).Heading.ShouldBe("登録用URLの有効期限が過ぎました");
    }

    [Fact]
    [Trait("Requirement", "S29")]
    public async Task EnteringAgain_BeginsANewSession_AndTheOneBeforeIsWorthNothing()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient(out var jar);
        var link = await portal.ReceiveLinkAsync(client, Address);
        await client.EnterAsync(link);
        using var thief = portal.CreateClient(out var copies);
        foreach (var (name, value) in jar.Cookies) copies.Put(name, value);
        (await Page.GetAsync(thief, "/registration/type")).Heading.ShouldContain("申込みの流れ");

        await client.EnterAsync(link);

        (await Page.GetAsync(thief, "/registration/type")).Heading.ShouldBe("お手続きの画面は、すでに終了しています");
        (await Page.GetAsync(client, "/registration/type")).Heading.ShouldContain("申込みの流れ");
    }

    [Fact]
    [Trait("Requirement", "S30")]
    public async Task CookieCopiedBeforeClosing_IsWorthNothingAfterwards()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient(out var jar);
        var page = await client.EnterAsync(await portal.ReceiveLinkAsync(client, Address));
        using var thief = portal.CreateClient(out var copies);
        foreach (var (name, value) in jar.Cookies) copies.Put(name, value);

        (await page.Form("閉じる").Press("閉じる")).Heading.ShouldBe("お手続きの画面を終了しました");

        (await Page.GetAsync(thief, "/registration/type")).Heading.ShouldBe("お手続きの画面は、すでに終了しています");
        (await Page.GetAsync(client, "/registration/type")).Heading.ShouldBe("お手続きを続けるには、認証が必要です");
    }

    [Fact]
    public async Task SaveAndClose_KeepsTheInputAsTyped_AndEndsTheSession()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, Address);
        var form = await (await client.EnterAsync(link)).BeginAsync("途中の<名前>");

        var closed = await form.Press("一時保存して終了する");

        closed.Heading.ShouldBe("お手続きの画面を終了しました");
        closed.Text.ShouldContain("入力された内容を一時保存しました。");
        closed.Text.ShouldContain("続きから入力していただけます");
        (await Page.GetAsync(client, "/registration/details")).Heading.ShouldBe("お手続きを続けるには、認証が必要です");
        var resumed = await (await client.EnterAsync(link)).Form("続きから入力する").Press("続きから入力する");
        resumed.Form("申込情報の確認へ").Value(ApplicationFields.CompanyName.Key).ShouldBe("途中の<名前>");
    }

    private static async Task<int> SecondsLeftAsync(HttpClient client, string query = "") =>
        int.Parse(await client.GetStringAsync(new Uri($"/registration/session{query}", UriKind.Relative)), CultureInfo.InvariantCulture);
}
