using System.Net;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>A form whose antiforgery token does not fit comes back with what was typed and a sentence.</summary>
public sealed class StaleFormTests(StaleFormTests.SharedPortal one) : IClassFixture<StaleFormTests.SharedPortal>
{
    private const string Sentence = "画面を開いてから時間が経過したか、別の画面で操作されたため、送信を受け付けられませんでした。内容をご確認のうえ、もう一度ボタンを押してください。";
    private const string Token = "__RequestVerificationToken";
    private const string Company = "株式会社日本貿易商事";

    private WebPortal Portal => one.Portal;

    [Fact]
    [Trait("Requirement", "S33")]
    public async Task Step1_ComesBackWithTheAddresses()
    {
        using var client = Portal.CreateClient();
        var form = (await Page.GetAsync(client, "/registration/mail-address")).Form("送信する");

        var again = await form.Fill("メールアドレス", "one@sample.com").Fill("メールアドレス(確認用)", "two@sample.com").Fill(Token, "x").Press("送信する");

        ShouldBeTheFormAgain(again);
        again.Form("送信する").Value("メールアドレス").ShouldBe("one@sample.com");
        again.Form("送信する").Value("メールアドレス(確認用)").ShouldBe("two@sample.com");
        (await again.Form("送信する").Fill("メールアドレス(確認用)", "one@sample.com").Press("送信する")).Heading.ShouldContain("登録用メール送信完了");
    }

    [Fact]
    [Trait("Requirement", "S33")]
    public async Task PasswordPage_ComesBackWithoutThePassword()
    {
        using var client = Portal.CreateClient();
        var (path, password) = await Portal.ReceiveLinkAsync(client, "password@sample.com");
        var form = (await Page.GetAsync(client, path)).Form("認証する");

        var again = await form.Fill("登録用パスワード", password).Fill(Token, "x").Press("認証する");

        ShouldBeTheFormAgain(again);
        again.Form("認証する").Value("登録用パスワード").ShouldBeEmpty();
        (await again.Form("認証する").Fill("登録用パスワード", password).Press("認証する")).Heading.ShouldContain("申込みの流れ");
    }

    [Fact]
    [Trait("Requirement", "S33")]
    public async Task Step2_ComesBackWithEverythingTyped()
    {
        using var client = Portal.CreateClient();
        var form = await (await client.EnterAsync(await Portal.ReceiveLinkAsync(client, "step2@sample.com"))).BeginAsync(Company);
        form.Fill(ApplicationFields.PostalCode.Key, "<b>1").Fill(ApplicationFields.Category.Key, "金融機関");

        var again = await form.Fill(Token, "x").Press("一時保存する");

        ShouldBeTheFormAgain(again);
        var back = again.Form("申込情報の確認へ");
        back.Value(ApplicationFields.CompanyName.Key).ShouldBe(Company);
        back.Value(ApplicationFields.PostalCode.Key).ShouldBe("<b>1");
        back.Value(ApplicationFields.Category.Key).ShouldBe(form.Value(ApplicationFields.Category.Key));
        (await back.Press("一時保存する")).Text.ShouldContain("一時保存しました");
    }

    [Fact]
    [Trait("Requirement", "S33")]
    public async Task EveryOtherStep_ComesBackWithTheSentence_AndGoesOn()
    {
        using var client = Portal.CreateClient();
        var page = await client.EnterAsync(await Portal.ReceiveLinkAsync(client, "steps@sample.com"));
        ShouldBeTheFormAgain(page = await page.Form("Webユーザー登録").Fill(Token, "x").Press("Webユーザー登録"));
        var form = (await page.Form("Webユーザー登録").Press("Webユーザー登録")).Form("申込情報の確認へ");
        foreach (var (key, value) in Entries.Complete(ApplicationType.WebUser).Filled) form.Fill(key, value);
        page = await form.Press("申込情報の確認へ");
        ShouldBeTheFormAgain(page = await page.Form("Webサービス利用規約の同意へ").Fill(Token, "x").Press("Webサービス利用規約の同意へ"));
        page.Text.ShouldContain("株式会社髙﨑𠮷商事");
        page = await page.Form("Webサービス利用規約の同意へ").Press("Webサービス利用規約の同意へ");
        const string Consent = "Webサービス利用規約に同意して、申込情報を送信する";
        ShouldBeTheFormAgain(page = await page.Form("申込書印刷へ").Check(Consent).Fill(Token, "x").Press("申込書印刷へ"));
        page = await page.Form("申込書印刷へ").Check(Consent).Press("申込書印刷へ");
        page.Heading.ShouldContain("ステップ5");
        ShouldBeTheFormAgain(page = await page.Form("閉じる").Fill(Token, "x").Press("閉じる"));
        (await page.Form("閉じる").Press("閉じる")).Heading.ShouldBe("お手続きの画面を終了しました");
    }

    [Fact]
    public async Task Step2_AfterEnteringAgainElsewhere_ComesBackWithEverythingTyped_AndGoesOn()
    {
        using var client = Portal.CreateClient();
        var link = await Portal.ReceiveLinkAsync(client, "again@sample.com");
        var form = await (await client.EnterAsync(link)).BeginAsync(Company);
        await client.EnterAsync(link);

        var again = await form.Press("一時保存する");

        ShouldBeTheFormAgain(again);
        var saved = await again.Form("一時保存する").Press("一時保存する");
        saved.Text.ShouldContain("一時保存しました");
        saved.Form("一時保存する").Value(ApplicationFields.CompanyName.Key).ShouldBe(Company);
    }

    [Fact]
    public async Task Step2_WhileAnotherLinkIsSignedIn_IsNeverMixedIntoItsApplication()
    {
        using var client = Portal.CreateClient();
        var first = await Portal.ReceiveLinkAsync(client, "first@sample.com");
        var second = await Portal.ReceiveLinkAsync(client, "second@sample.com");
        var form = await (await client.EnterAsync(first)).BeginAsync("最初の会社");
        await (await client.EnterAsync(second)).BeginAsync("二番目の会社");

        var again = await form.Press("一時保存する");
        ShouldBeTheFormAgain(again);
        again = await again.Form("一時保存する").Press("一時保存する");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Errors.ShouldHaveSingleItem().Text.ShouldStartWith("この画面を開かれた後に、別の登録用URLで認証されています。");
        again.Form("一時保存する").Value(ApplicationFields.CompanyName.Key).ShouldBe("最初の会社");

        await client.EnterAsync(first);
        again = await again.Form("一時保存する").Press("一時保存する");
        ShouldBeTheFormAgain(again);
        (await again.Form("一時保存する").Press("一時保存する")).Text.ShouldContain("一時保存しました");
        (await client.EnterAsync(second)).Text.ShouldNotContain("一時保存された申込情報があります");
    }

    [Theory]
    [InlineData("/registration/mail-address", "送信する")]
    [InlineData(null, "認証する")]
    public async Task Form_WithoutAnyCookie_SaysThatCookiesAreNeeded(string? path, string button)
    {
        using var client = Portal.CreateClient();
        path ??= (await Portal.ReceiveLinkAsync(client, "cookies@sample.com")).Path;
        using var without = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Portal.Address };

        var again = await (await Page.GetAsync(without, path)).Form(button).Press(button);

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Title.ShouldStartWith("エラー：");
        again.Errors.ShouldHaveSingleItem().Text.ShouldContain("Cookieを有効にして");
        again.Form(button).ButtonTexts.ShouldContain(button);
    }

    private static void ShouldBeTheFormAgain(Page page)
    {
        page.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Conflict);
        page.Title.ShouldStartWith("エラー：");
        page.Errors.ShouldContain(error => error.Text == Sentence);
    }

    /// <summary>One portal for these tests.</summary>
    public sealed class SharedPortal : IAsyncDisposable
    {
        /// <summary>The portal.</summary>
        public WebPortal Portal { get; } = WebPortal.Start();

        /// <inheritdoc />
        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
