using Microsoft.Playwright;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.Registration;

/// <summary>The main job, as a registrant does it: from the top page to the printed form.</summary>
public sealed class RegistrantJourneyTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(ApplicationType.HeadOffice, true)]
    [InlineData(ApplicationType.HeadOffice, false)]
    [InlineData(ApplicationType.Branch, true)]
    [InlineData(ApplicationType.Branch, false)]
    [InlineData(ApplicationType.WebUser, true)]
    [InlineData(ApplicationType.WebUser, false)]
    public async Task Registrant_FromTopPageToPrintedForm_HoldsAFormWithEverythingTyped(ApplicationType type, bool javaScript)
    {
        var page = await browser.OpenAsync(javaScript);
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        var address = $"taro-{type}-{javaScript}@sample.com".ToLowerInvariant();
        var entry = Entries.Complete(type).With(ApplicationFields.Telephone, "０３（１２３４）５６７８");

        await WalkToMailAddressAsync(page);
        await page.GetByLabel("メールアドレス", new() { Exact = true }).FillAsync(address);
        await page.GetByLabel("メールアドレス(確認用)").FillAsync(address);
        await page.PressAsync("送信する");
        (await page.Locator("main").InnerTextAsync()).ShouldContain($"{address} あてにメールを送りました");

        var password = await OpenMailedLinkAsync(page, address);
        await page.GetByLabel("登録用パスワード").FillAsync(password);
        await page.PressAsync("認証する");
        page.Url.ShouldEndWith("/registration/type");
        await page.PressAsync(type.Label());

        await page.PressAsync("申込情報の確認へ");
        (await page.TitleAsync()).ShouldStartWith("エラー：");
        await FillAsync(page, type, entry);
        await page.PressAsync("申込情報の確認へ");

        var confirmed = await page.Locator("main").InnerTextAsync();
        confirmed.ShouldContain("03-1234-5678");
        confirmed.ShouldContain("自動で整えました");
        foreach (var row in ApplicationEntry.Rows(type, entry.With(ApplicationFields.Telephone, "03-1234-5678"))) confirmed.ShouldContain(row.Value);
        await page.PressAsync("Webサービス利用規約の同意へ");

        await page.PressAsync("申込書印刷へ");
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("Webサービス利用規約への同意にチェックしてください。");
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
        await page.PressAsync("申込書印刷へ");
        page.Url.ShouldEndWith("/registration/form");
        var number = await page.Locator("dd.number").InnerTextAsync();
        ApplicationNumber.Read(number).ShouldNotBeNull();

        var answer = await page.Context.APIRequest.GetAsync(new Uri(browser.Address, "registration/application-form.pdf").ToString());
        var pdf = new Pdf(await answer.BodyAsync());
        pdf.Pages.Count.ShouldBe(2);
        var letters = Joined(pdf.Pages[0].Letters);
        letters.ShouldContain(number);
        foreach (var value in ApplicationEntry.Rows(type, entry).Select(row => row.Value).Where(v => v.Length > 0 && !v.Contains('（', StringComparison.Ordinal)))
            letters.ShouldContain(Joined(value));
        (await pdf.DecodeQrAsync()).ShouldHaveSingleItem().ShouldStartWith($"{number}/1/");
        await page.PressAsync("閉じる");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("お手続きの画面を終了しました");
        await page.GotoAsync("/registration/form");
        page.Url.ShouldContain("/registration/session-ended");
        console.ShouldBeEmpty();
    }

    [Fact]
    public async Task Back_AfterSubmission_LeadsToTheForm()
    {
        var page = await browser.OpenAsync();
        await SubmitAsync(page, "back@sample.com");

        await page.GotoAsync("/registration/details");

        page.Url.ShouldContain("/registration/form");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("申込情報はすでに送信されています");
    }

    [Fact]
    public async Task GoingBackFromTheEntry_WarnsBeforeInputIsLost()
    {
        var page = await browser.OpenAsync(javaScript: false);
        await EnterAsync(page, "leave@sample.com");
        await page.PressAsync("保険利用者登録(本店)");
        await page.Locator("#company-name").FillAsync("株式会社日本貿易商事");
        await page.PressAsync("申込手続きの内容と流れへ");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("入力された内容が消えます");

        await page.GetByRole(AriaRole.Link, new() { Name = "入力を続ける" }).ClickAsync();
        (await page.Locator("#company-name").InputValueAsync()).ShouldBe("株式会社日本貿易商事");
        await page.PressAsync("申込手続きの内容と流れへ");
        await page.PressAsync("一時保存して戻る");
        await page.PressAsync("続きから入力する");
        (await page.Locator("#company-name").InputValueAsync()).ShouldBe("株式会社日本貿易商事");
    }

    [Fact]
    public async Task Help_OpensInAWindowOfItsOwn()
    {
        var page = await browser.OpenAsync();
        await EnterAsync(page, "help@sample.com");
        await page.PressAsync("Webユーザー登録");

        var help = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "代表者の氏名のヘルプ" }).ClickAsync());

        (await help.Locator("h1").InnerTextAsync()).ShouldContain("代表者の氏名");
    }

    [Fact]
    public async Task Pages_OfTheWholeWay_DoNotOverflowAt390Pixels()
    {
        var page = await browser.OpenAsync(width: 390);
        var seen = new List<string>();
        async Task LookAsync(string name)
        {
            await page.LookAsync(name);
            seen.Add(name);
        }

        foreach (var (path, name) in new[] { ("/", "01"), ("/steps", "02"), ("/before-applying", "03"), ("/registration", "04"), ("/registration/mail-address", "05"), ("/privacy", "privacy"), ("/nothing", "404"), ("/r/unknown", "08-unknown"), ("/dev/mail", "dev-mail") })
        {
            await page.GotoAsync(path);
            await LookAsync(name);
        }
        await page.GotoAsync("/registration/mail-address");
        await page.PressAsync("送信する");
        await LookAsync("05-errors");
        await page.GetByLabel("メールアドレス", new() { Exact = true }).FillAsync("narrow@sample.com");
        await page.GetByLabel("メールアドレス(確認用)").FillAsync("narrow@sample.com");
        await page.PressAsync("送信する");
        await LookAsync("06");
        var password = await OpenMailedLinkAsync(page, "narrow@sample.com");
        await LookAsync("08");
        await page.GetByLabel("登録用パスワード").FillAsync(password);
        await page.PressAsync("認証する");
        await LookAsync("09");
        await page.PressAsync("保険利用者登録(本店)");
        await LookAsync("10");
        await page.PressAsync("申込情報の確認へ");
        await LookAsync("10-errors");
        await FillAsync(page, ApplicationType.HeadOffice, Entries.Complete(ApplicationType.HeadOffice));
        await page.PressAsync("申込情報の確認へ");
        await LookAsync("11");
        await page.PressAsync("Webサービス利用規約の同意へ");
        await LookAsync("12");
        await page.PressAsync("申込書印刷へ");
        await LookAsync("12-errors");
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
        await page.PressAsync("申込書印刷へ");
        await LookAsync("13");
        seen.Count.ShouldBe(19);
    }

    private static async Task WalkToMailAddressAsync(IPage page)
    {
        await page.GotoAsync("/");
        foreach (var link in new[] { "保険手続のステップ", "①保険利用者・Webユーザー登録", "Webサービスのご利用登録はこちら", "申込手続きへ" })
            await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
    }

    internal static async Task EnterAsync(IPage page, string address)
    {
        await page.GotoAsync("/registration/mail-address");
        await page.GetByLabel("メールアドレス", new() { Exact = true }).FillAsync(address);
        await page.GetByLabel("メールアドレス(確認用)").FillAsync(address);
        await page.PressAsync("送信する");
        var password = await OpenMailedLinkAsync(page, address);
        await page.GetByLabel("登録用パスワード").FillAsync(password);
        await page.PressAsync("認証する");
    }

    internal static async Task SubmitAsync(IPage page, string address)
    {
        await EnterAsync(page, address);
        await page.PressAsync("保険利用者登録(本店)");
        await FillAsync(page, ApplicationType.HeadOffice, Entries.Complete(ApplicationType.HeadOffice));
        await page.PressAsync("申込情報の確認へ");
        await page.PressAsync("Webサービス利用規約の同意へ");
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
        await page.PressAsync("申込書印刷へ");
    }

    /// <summary>⑦: waits for the mail, reads the password, and opens the link in it.</summary>
    internal static async Task<string> OpenMailedLinkAsync(IPage page, string address)
    {
        var text = await page.OpenMailAsync(address);
        await page.Locator(".mail-body a").First.ClickAsync();
        return text.Split("■登録用パスワード")[1].Trim().Split('\n')[0].Trim();
    }

    internal static async Task FillAsync(IPage page, ApplicationType type, FieldValues values)
    {
        foreach (var field in ApplicationFields.For(type))
        {
            if (field.Rule is ChoiceRule) await page.Locator($"input[name='{field.Key}'][value='{values[field]}']").CheckAsync();
            else await page.Locator($"#{field.Key}").FillAsync(values[field]);
        }
    }

    // Where a value wraps on paper is the paper's affair.
    private static string Joined(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
