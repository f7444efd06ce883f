using Microsoft.Playwright;
using NexiPortal.Browser.Tests.BackOffice;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests;

/// <summary>ワンタイムパスワード: those who wished one set it up after ⑯, and enter a code at every login from then on.</summary>
public sealed class OneTimePasswordTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoWishedOne_SetsItUpAfterTheFirstLogin_AndIsAskedForItEverAfter(bool javaScript)
    {
        await using var portal = browser.Beside();
        var (id, initial) = await portal.PostLetterAsync(wishOneTimePassword: true);
        var page = await browser.OpenAsync(javaScript);
        await LogInAsync(page, id, initial);
        await page.GetByLabel("現在のパスワード").FillAsync(initial);
        await page.GetByLabel("新しいパスワード", new() { Exact = true }).FillAsync(ServiceSteps.Password);
        await page.GetByLabel("新しいパスワード(確認用)").FillAsync(ServiceSteps.Password);
        await page.PressAsync("パスワードを変更する");

        (await page.TextAsync()).ShouldContain("ワンタイムパスワードの設定");
        await page.PressAsync("設定を始める");
        await page.LookAsync($"otp-choose-errors-{javaScript}");
        await page.GetByLabel("認証アプリ").CheckAsync();
        await page.PressAsync("設定を始める");
        await page.GetByLabel("ワンタイムパスワード").FillAsync("12345");
        await page.PressAsync("設定を完了する");
        await page.LookAsync($"otp-app-errors-{javaScript}");
        var key = await page.Locator(".code-key").InnerTextAsync();
        await page.GetByLabel("ワンタイムパスワード").FillAsync(Authenticator.Show(key, TimeProvider.System.GetUtcNow()));
        await page.PressAsync("設定を完了する");
        await page.LookAsync($"otp-recovery-codes-{javaScript}");
        var codes = await page.Locator(".recovery-codes li").AllInnerTextsAsync();
        codes.Count.ShouldBe(10);
        await page.FollowAsync("控えたのでホームへ進む");
        (await page.TextAsync()).ShouldContain("利用する(認証アプリ)");
        var address = await page.Locator("dd", new() { HasText = "@example.jp" }).InnerTextAsync();
        await page.LookAsync($"otp-home-{javaScript}");
        await page.PressAsync("ログアウト");

        await LogInAsync(page, id, ServiceSteps.Password);
        await page.PressAsync("ログインする");
        await page.LookAsync($"otp-code-errors-{javaScript}");
        await page.GetByLabel("ワンタイムパスワード").FillAsync(Authenticator.Show(key, TimeProvider.System.GetUtcNow(), 1));
        await page.PressAsync("ログインする");
        page.Url.ShouldEndWith("/service");

        // Mail instead: the password first, then the first code; the app's codes count no more.
        await page.FollowAsync("ワンタイムパスワードを設定する");
        await page.Locator("#PasswordAgain").FillAsync("wrong");
        await page.PressAsync("解除する");
        (await page.Locator("#PasswordAgain-error").InnerTextAsync()).ShouldContain("現在のパスワードが正しくありません");
        await page.LookAsync($"otp-in-use-errors-{javaScript}");
        await page.GetByLabel("メール").CheckAsync();
        await page.Locator("#Password").FillAsync(ServiceSteps.Password);
        await page.PressAsync("設定を始める");
        await page.LookAsync($"otp-mail-{javaScript}");
        await page.GetByLabel("ワンタイムパスワード").FillAsync(await MailedCodeAsync(address));
        await page.PressAsync("設定を完了する");
        await page.FollowAsync("控えたのでホームへ進む");
        await page.PressAsync("ログアウト");
        await LogInAsync(page, id, ServiceSteps.Password);
        await page.LookAsync($"otp-code-mail-{javaScript}");
        await page.GetByLabel("ワンタイムパスワード").FillAsync(codes[0]);
        await page.PressAsync("ログインする");
        (await page.TextAsync()).ShouldContain("ワンタイムパスワードが正しくないか");
        (await page.Locator("button", new() { HasText = "再送する" }).CountAsync()).ShouldBe(1);

        // Neither mailbox nor recovery codes at hand: NEXI ends it, and the password alone opens the service.
        var clerk = await browser.OpenAsync(javaScript);
        await clerk.SignInStaffAsync("clerk", address: $"/backoffice/insurance-users/{address.Split('@')[0]}");
        await clerk.FollowAsync("ワンタイムパスワードを解除する");
        await clerk.LookAsync($"otp-release-{javaScript}");
        await clerk.PressAsync("ワンタイムパスワードを解除する");
        (await clerk.TextAsync()).ShouldContain("ワンタイムパスワードを解除しました。");
        await LogInAsync(page, id, ServiceSteps.Password);
        page.Url.ShouldEndWith("/service");
    }

    private async Task<string> MailedCodeAsync(string address)
    {
        var mails = await browser.OpenAsync();
        var text = await mails.OpenMailAsync(address, "【NEXI】ワンタイムパスワード");
        return text.Split('\n').Select(line => line.Trim()).First(line => line.Length == 6 && line.All(char.IsAsciiDigit));
    }

    private static async Task LogInAsync(IPage page, string id, string password)
    {
        await page.GotoAsync("/login");
        await page.GetByLabel("WebユーザーID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.PressAsync("ログインする");
    }
}
