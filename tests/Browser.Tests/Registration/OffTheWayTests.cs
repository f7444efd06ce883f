using System.Collections.Concurrent;
using Microsoft.Playwright;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using static NexiPortal.Browser.Tests.Registration.RegistrantJourneyTests;

namespace NexiPortal.Browser.Tests.Registration;

/// <summary>What registrants do besides going straight on: back, again, twice, in two tabs, by address.</summary>
public sealed class OffTheWayTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly FieldValues Complete = Entries.Complete(ApplicationType.HeadOffice);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BackButton_AfterSubmission_LeadsToTheFormWithABanner(bool javaScript)
    {
        var page = await browser.OpenAsync(javaScript);
        await SubmitAsync(page, $"back-button-{javaScript}@sample.com");

        for (var steps = 0; steps < 3; steps++)
        {
            await page.GoBackAsync();
            page.Url.ShouldContain("/registration/form");
            (await page.Locator("main").InnerTextAsync()).ShouldContain("申込情報はすでに送信されています。前のステップに戻ることはできません。");
        }
    }

    [Fact]
    public async Task TwoTabsOnStep2_TheSecondIsToldAndKeepsWhatWasTyped()
    {
        var first = await browser.OpenAsync();
        await EnterAsync(first, "two-tabs@sample.com");
        await first.PressAsync("保険利用者登録(本店)");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/registration/details");
        await first.Locator("#company-name").FillAsync("一番目の名前");
        await first.PressAsync("一時保存する");

        await second.Locator("#company-name").FillAsync("二番目の名前");
        var answer = await second.RunAndWaitForResponseAsync(() => second.PressAsync("一時保存する"), response => response.Request.Method == "POST");

        answer.Status.ShouldBe(409);
        (await second.TitleAsync()).ShouldStartWith("エラー：");
        (await second.Locator(".error-summary").InnerTextAsync()).ShouldContain("別の画面で申込情報が変更されています");
        (await second.Locator("#company-name").InputValueAsync()).ShouldBe("二番目の名前");
        await second.PressAsync("一時保存する");
        (await second.Locator("main").InnerTextAsync()).ShouldContain("一時保存しました");
        await first.ReloadAsync();
        (await first.Locator("#company-name").InputValueAsync()).ShouldBe("二番目の名前");
    }

    [Fact]
    public async Task KindChangedInAnotherTab_IsSaidOnThePageOfTheNewKind()
    {
        var first = await browser.OpenAsync();
        await EnterAsync(first, "kinds@sample.com");
        await first.PressAsync("保険利用者登録(本店)");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/registration/type");
        await second.PressAsync("Webユーザー登録");

        await first.Locator("#company-name").FillAsync("株式会社日本貿易商事");
        await first.PressAsync("申込情報の確認へ");

        first.Url.ShouldEndWith("/registration/details");
        (await first.Locator(".error-summary").InnerTextAsync()).ShouldContain("別の画面で申込みの種類が変更されています");
        (await first.Locator("#insurance-user-code").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task InputDiscardedInAnotherTab_ComesBackWhereItWasTyped()
    {
        var first = await browser.OpenAsync();
        await EnterAsync(first, "discarded@sample.com");
        await first.PressAsync("保険利用者登録(本店)");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/registration/details");
        await second.PressAsync("申込手続きの内容と流れへ");
        second.Url.ShouldEndWith("/registration/type");

        await first.Locator("#company-name").FillAsync("株式会社日本貿易商事");
        await first.PressAsync("一時保存する");
        (await first.Locator(".error-summary").InnerTextAsync()).ShouldContain("別の画面で申込情報が変更されています");
        await first.PressAsync("一時保存する");

        (await first.Locator("main").InnerTextAsync()).ShouldContain("一時保存しました");
        (await first.Locator("#company-name").InputValueAsync()).ShouldBe("株式会社日本貿易商事");
    }

    [Fact]
    [Trait("Requirement", "S37")]
    public async Task StepTypedAsAnAddress_LeadsToTheFirstUnfinishedStep()
    {
        var page = await browser.OpenAsync();
        await EnterAsync(page, "addresses@sample.com");
        async Task ShouldAllLeadToAsync(string step)
        {
            foreach (var later in new[] { "details", "confirm", "terms", "form", "application-form.pdf" }.SkipWhile(s => s != step).Skip(1).DefaultIfEmpty("form"))
            {
                await page.GotoAsync($"/registration/{later}");
                new Uri(page.Url).AbsolutePath.ShouldBe($"/registration/{step}", later);
            }
        }

        foreach (var later in new[] { "details", "confirm", "terms", "form" })
        {
            await page.GotoAsync($"/registration/{later}");
            page.Url.ShouldEndWith("/registration/type");
        }
        await page.PressAsync("保険利用者登録(本店)");
        await ShouldAllLeadToAsync("details");
        await page.GotoAsync("/registration/details");
        await FillAsync(page, ApplicationType.HeadOffice, Complete);
        await page.PressAsync("申込情報の確認へ");
        await ShouldAllLeadToAsync("confirm");
        await page.GotoAsync("/registration/confirm");
        await page.PressAsync("Webサービス利用規約の同意へ");
        await ShouldAllLeadToAsync("terms");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "S09")]
    public async Task DoubleClickOnSubmission_IsOneApplicationAndOneMail(bool javaScript)
    {
        var page = await browser.OpenAsync(javaScript);
        var address = $"double-{javaScript}@sample.com".ToLowerInvariant();
        await WalkToTermsAsync(page, address);

        await page.GetByRole(AriaRole.Button, new() { Name = "申込書印刷へ", Exact = true }).DblClickAsync();
        // Where the answer is fast, the second click falls on whatever stands there on ⑬.
        await page.WaitForURLAsync(url => !url.EndsWith("/registration/terms", StringComparison.Ordinal));
        await page.GotoAsync("/registration/form");

        ApplicationNumber.Read(await page.Locator("dd.number").InnerTextAsync()).ShouldNotBeNull();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("ステップ5");
        (await CountMailsAsync(page, address)).ShouldBe(2); // M01, M02
    }

    [Fact]
    public async Task EveryStep_CanBeReloaded_AndChangesNothing()
    {
        var page = await browser.OpenAsync();
        const string Address = "reload@sample.com";
        async Task ReloadAsync()
        {
            var (heading, text) = (await page.Locator("h1").InnerTextAsync(), await page.Locator("main").InnerTextAsync());
            await page.ReloadAsync();
            await page.ReloadAsync();
            (await page.Locator("h1").InnerTextAsync()).ShouldBe(heading);
            if (!heading.Contains("登録用メール送信完了", StringComparison.Ordinal)) (await page.Locator("main").InnerTextAsync()).ShouldBe(text);
        }

        await page.GotoAsync("/registration/mail-address");
        await ReloadAsync();
        await page.GetByLabel("メールアドレス", new() { Exact = true }).FillAsync(Address);
        await page.GetByLabel("メールアドレス(確認用)").FillAsync(Address);
        await page.PressAsync("送信する");
        await ReloadAsync();
        var password = await OpenMailedLinkAsync(page, Address);
        await ReloadAsync();
        await page.GetByLabel("登録用パスワード").FillAsync(password);
        await page.PressAsync("認証する");
        await ReloadAsync();
        await page.PressAsync("保険利用者登録(本店)");
        await FillAsync(page, ApplicationType.HeadOffice, Complete);
        await page.PressAsync("申込情報の確認へ");
        await ReloadAsync();
        await page.PressAsync("Webサービス利用規約の同意へ");
        await ReloadAsync();
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
        await page.PressAsync("申込書印刷へ");
        await ReloadAsync();

        (await CountMailsAsync(page, Address)).ShouldBe(2);
    }

    [Fact]
    [Trait("Requirement", "S07")]
    public async Task Token_AfterThePassword_IsInNoAddressNoReferrerAndNoOtherHost()
    {
        var page = await browser.OpenAsync();
        var requests = new ConcurrentQueue<IRequest>();
        page.Request += (_, request) => requests.Enqueue(request);
        await page.GotoAsync("/registration/mail-address");
        await page.GetByLabel("メールアドレス", new() { Exact = true }).FillAsync("referrer@sample.com");
        await page.GetByLabel("メールアドレス(確認用)").FillAsync("referrer@sample.com");
        await page.PressAsync("送信する");
        var password = await OpenMailedLinkAsync(page, "referrer@sample.com");
        var token = new Uri(page.Url).Segments[^1];
        await page.GetByLabel("登録用パスワード").FillAsync(password);
        var entered = requests.Count;
        await page.PressAsync("認証する");
        await page.PressAsync("保険利用者登録(本店)");
        await page.PressAsync("一時保存する");

        page.Url.ShouldNotContain(token);
        (await page.EvaluateAsync<string>("document.referrer")).ShouldBeEmpty();
        requests.Skip(entered + 1).Where(request => request.Url.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
        requests.Where(request => new Uri(request.Url).Authority != browser.Address.Authority).ShouldBeEmpty();
        foreach (var request in requests) (await request.HeaderValueAsync("referer") ?? "").ShouldBeEmpty($"{request.Method} {request.Url}");
        (await page.ContentAsync()).ShouldNotContain(token);
        (await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(0);
    }

    private static async Task WalkToTermsAsync(IPage page, string address)
    {
        await EnterAsync(page, address);
        await page.PressAsync("保険利用者登録(本店)");
        await FillAsync(page, ApplicationType.HeadOffice, Complete);
        await page.PressAsync("申込情報の確認へ");
        await page.PressAsync("Webサービス利用規約の同意へ");
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
    }

    // The second mail is waited for; a third would come with it.
    private static async Task<int> CountMailsAsync(IPage page, string address)
    {
        var mails = page.Locator("tr", new() { HasText = address });
        for (var patience = 100; patience > 0; patience--)
        {
            await page.GotoAsync("/dev/mail");
            if (await mails.CountAsync() > 1) break;
            await Task.Delay(100);
        }
        await Task.Delay(1000);
        await page.ReloadAsync();
        return await mails.CountAsync();
    }
}
