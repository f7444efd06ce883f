using Microsoft.Playwright;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.Registration;

/// <summary>The warning before a session's end, with the clocks of server and browser in the test's hand.</summary>
public sealed class SessionDialogTests(Browser browser) : IClassFixture<Browser>
{
    private const string Typed = "株式会社日本貿易商事";

    [Fact]
    public async Task Dialog_FiveMinutesBeforeTheEnd_TakesFocusAndSaysHowLongIsLeft()
    {
        await using var portal = WebPortal.Start();
        var page = await OpenStep2Async(portal);

        await PassAsync(portal, page, TimeSpan.FromMinutes(24));
        await Assertions.Expect(Dialog(page)).ToBeHiddenAsync();
        await PassAsync(portal, page, TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        await Assertions.Expect(Dialog(page)).ToBeVisibleAsync();
        await Assertions.Expect(Dialog(page)).ToHaveAccessibleNameAsync("まもなく操作の有効時間が終了します");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("あと5分でお手続きの画面を終了します。");
        await Assertions.Expect(Button(page, "操作を続ける")).ToBeFocusedAsync();
        await Assertions.Expect(Button(page, "一時保存して終了する")).ToBeVisibleAsync();
        await PassAsync(portal, page, TimeSpan.FromMinutes(2));
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("あと3分");
        await page.LookAsync("session-dialog");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GoingOn_ByTheButtonOrByEscape_KeepsTheFormAndBeginsTheIdleTimeAnew(bool byEscape)
    {
        await using var portal = WebPortal.Start();
        var page = await OpenStep2Async(portal);
        await PassAsync(portal, page, TimeSpan.FromMinutes(26));
        await Assertions.Expect(Dialog(page)).ToBeVisibleAsync();

        if (byEscape) await page.Keyboard.PressAsync("Escape");
        else await Button(page, "操作を続ける").ClickAsync();

        await Assertions.Expect(Dialog(page)).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#company-name")).ToBeFocusedAsync();
        await PassAsync(portal, page, TimeSpan.FromMinutes(24));
        await Assertions.Expect(Dialog(page)).ToBeHiddenAsync();
        await page.PressAsync("一時保存する");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("一時保存しました");
        (await page.Locator("#company-name").InputValueAsync()).ShouldBe(Typed);
    }

    [Fact]
    public async Task SaveAndClose_SavesAsTyped_AndSaysHowToResume()
    {
        await using var portal = WebPortal.Start();
        var page = await OpenStep2Async(portal);
        await PassAsync(portal, page, TimeSpan.FromMinutes(26));

        await Button(page, "一時保存して終了する").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("お手続きの画面を終了しました");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("入力された内容を一時保存しました。");
        await page.GotoAsync("/registration/details");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("お手続きを続けるには、認証が必要です");
    }

    [Fact]
    public async Task AnotherTab_ThatGoesOn_ExtendsThisOneToo()
    {
        await using var portal = WebPortal.Start();
        var page = await OpenStep2Async(portal);
        await PassAsync(portal, page, TimeSpan.FromMinutes(20));
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/registration/type");

        await PassAsync(portal, page, TimeSpan.FromMinutes(6));
        await Assertions.Expect(Dialog(page)).ToBeHiddenAsync();
        await PassAsync(portal, page, TimeSpan.FromMinutes(20));
        await Assertions.Expect(Dialog(page)).ToBeVisibleAsync();
        await other.ReloadAsync();
        await PassAsync(portal, page, TimeSpan.FromSeconds(20));

        await Assertions.Expect(Dialog(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task LaptopThatSleptPastTheEnd_WakesOnThePageThatSaysWhy()
    {
        await using var portal = WebPortal.Start();
        var page = await OpenStep2Async(portal);

        await PassAsync(portal, page, TimeSpan.FromHours(3));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("一定時間操作がなかったため、お手続きの画面を終了しました");
        page.Url.ShouldContain("/registration/session-ended");
    }

    [Fact]
    public async Task SessionOfHalfADay_CannotBeExtended_AndTheDialogSaysSo()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Session:IdleMinutes"] = "720", ["Session:WarningMinutes"] = "10" });
        var page = await OpenStep2Async(portal);
        await PassAsync(portal, page, TimeSpan.FromHours(12) - TimeSpan.FromMinutes(8));

        await Button(page, "操作を続ける").ClickAsync();

        await Assertions.Expect(Dialog(page)).ToContainTextAsync("これ以上延長できません");
        await Assertions.Expect(Button(page, "一時保存して終了する")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task GoingOn_WithoutANetwork_SaysSoAndLosesNothing()
    {
        await using var portal = WebPortal.Start();
        var page = await OpenStep2Async(portal);
        await page.Context.SetOfflineAsync(true);
        await PassAsync(portal, page, TimeSpan.FromMinutes(26));

        await Button(page, "操作を続ける").ClickAsync();
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("通信ができませんでした");
        await page.Context.SetOfflineAsync(false);
        await Button(page, "操作を続ける").ClickAsync();

        await Assertions.Expect(Dialog(page)).ToBeHiddenAsync();
        (await page.Locator("#company-name").InputValueAsync()).ShouldBe(Typed);
    }

    private async Task<IPage> OpenStep2Async(WebPortal portal)
    {
        var page = await browser.OpenAsync(address: portal.Address);
        await page.Clock.InstallAsync(new() { TimeDate = TestPortal.Start.UtcDateTime });
        await page.GotoAsync("/registration/mail-address");
        await page.GetByLabel("メールアドレス", new() { Exact = true }).FillAsync("taro@sample.com");
        await page.GetByLabel("メールアドレス(確認用)").FillAsync("taro@sample.com");
        await page.PressAsync("送信する");
        var mail = (await portal.MailToAsync("taro@sample.com")).Text;
        await page.GotoAsync(new Uri(mail.Split("■登録用URL")[1].Trim().Split('\n')[0].Trim()).AbsolutePath);
        await page.GetByLabel("登録用パスワード").FillAsync(mail.Split("■登録用パスワード")[1].Trim().Split('\n')[0].Trim());
        await page.PressAsync("認証する");
        await page.PressAsync("保険利用者登録(本店)");
        await page.Locator("#company-name").FillAsync(Typed);
        return page;
    }

    // Timers that fell due meanwhile fire once, as after a sleep.
    private static async Task PassAsync(WebPortal portal, IPage page, TimeSpan time)
    {
        portal.Clock.Advance(time);
        await page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
    }

    private static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Alertdialog, new() { IncludeHidden = true });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
