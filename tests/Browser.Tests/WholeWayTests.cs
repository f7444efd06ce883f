using Microsoft.Playwright;
using NexiPortal.Browser.Tests.BackOffice;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using static NexiPortal.Browser.Tests.Registration.RegistrantJourneyTests;

namespace NexiPortal.Browser.Tests;

/// <summary>The whole way ①–⑰: from the registrant's mail address to the first login, by pages alone.</summary>
public sealed class WholeWayTests(Browser browser) : IClassFixture<Browser>
{
    private const string Chosen = "Nw4$fmTe8q";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Company_FromItsMailAddressToItsFirstLogin(bool javaScript)
    {
        var address = $"whole-{javaScript}@sample.com".ToLowerInvariant();
        var registrant = await browser.OpenAsync(javaScript);
        await SubmitAsync(registrant, address);
        var number = ApplicationNumber.Read(await registrant.Locator("dd.number").InnerTextAsync())!;
        await using var portal = browser.Beside();
        var code = await portal.FormCodeAsync(number);

        // The envelope arrives; M05 goes to the address of ⑤.
        var clerk = await browser.OpenAsync(javaScript);
        await clerk.SignInStaffAsync("clerk");
        await clerk.Locator("#scan").FocusAsync();
        await clerk.ScanAsync(code, $"**/backoffice/cases/{number}?scanned=1");
        await clerk.FollowAsync("申込書の到着を登録する");
        await clerk.PressAsync("申込書の到着を登録する");
        (await (await browser.OpenAsync()).OpenMailAsync($"手続きを開始しました {number}")).ShouldContain(number.Value);
        await clerk.FollowAsync("承認を依頼する");
        foreach (var check in ReviewChecks.For(ApplicationType.HeadOffice)) await clerk.GetByLabel(check.Label).CheckAsync();
        await clerk.PressAsync("承認を依頼する");

        var approver = await browser.OpenAsync(javaScript);
        await approver.SignInStaffAsync("approver", address: $"/backoffice/cases/{number}");
        await approver.FollowAsync("承認する");
        await approver.PressAsync("承認する");

        var (id, password) = await PrintLetterAsync(clerk, number);
        await clerk.GotoAsync($"/backoffice/cases/{number}/dispatch");
        await clerk.GetByLabel("お問い合わせ番号").FillAsync("123-45-67890-1");
        await clerk.PressAsync("発送を登録する");
        (await clerk.TextAsync()).ShouldContain("完了");
        var told = await (await browser.OpenAsync()).OpenMailAsync($"手続きが完了しました {number}");
        told.ShouldContain("123-45-67890-1");
        told.ShouldNotContain(id);
        told.ShouldNotContain(password);

        // ⑮–⑰: the letter's password opens nothing but its change, and nothing at all afterwards.
        var user = await browser.OpenAsync(javaScript);
        await user.GotoAsync("/");
        await user.FollowAsync("ログイン");
        await user.PressAsync("ログインする");
        await user.LookAsync($"15-errors-{javaScript}");
        await LogInAsync(user, id, password);
        (await user.TextAsync()).ShouldContain("初期パスワードを変更してください");
        await user.LookAsync($"16-{javaScript}");
        await user.GetByLabel("現在のパスワード").FillAsync(password);
        await user.GetByLabel("新しいパスワード", new() { Exact = true }).FillAsync("short");
        await user.GetByLabel("新しいパスワード(確認用)").FillAsync("short");
        await user.PressAsync("パスワードを変更する");
        await user.LookAsync($"16-errors-{javaScript}");
        await user.GetByLabel("現在のパスワード").FillAsync(password);
        await user.GetByLabel("新しいパスワード", new() { Exact = true }).FillAsync(Chosen);
        if (javaScript) (await user.Locator(".rules .unmet").CountAsync()).ShouldBe(0);
        await user.GetByLabel("新しいパスワード(確認用)").FillAsync(Chosen);
        await user.PressAsync("パスワードを変更する");
        (await user.TextAsync()).ShouldContain("パスワードを変更しました。");
        (await user.TextAsync()).ShouldContain("株式会社髙﨑𠮷商事");
        await user.LookAsync($"17-{javaScript}");
        await user.PressAsync("ログアウト");
        await LogInAsync(user, id, password);
        (await user.TextAsync()).ShouldContain("WebユーザーIDまたはパスワードが正しくない");
        await LogInAsync(user, id, Chosen);
        user.Url.ShouldEndWith("/service");
    }

    private static async Task<(string Id, string Password)> PrintLetterAsync(IPage clerk, ApplicationNumber number)
    {
        await clerk.GotoAsync("/backoffice/letters");
        var document = new TaskCompletionSource<byte[]>();
        await clerk.RouteAsync("**/letters?handler=Print", async route =>
        {
            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
            document.TrySetResult(await answer.BodyAsync());
            await route.FulfillAsync(new() { Response = answer });
        });
        var row = clerk.Locator("#ToPrint tr", new() { HasText = number.Value });
        var id = WebUserId.Read((await row.InnerTextAsync()).Split().First(word => WebUserId.Read(word.Split('-')[0]) is not null).Split('-')[0])!.Value;
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.PressAsync("選択した通知書を印刷する");
        var (text, password) = NoticeSteps.Read(await document.Task.WaitAsync(TimeSpan.FromSeconds(15))).ShouldHaveSingleItem();
        text.ShouldContain(id);
        await clerk.GotoAsync("/backoffice/letters");
        await clerk.Locator("#Printed tr", new() { HasText = number.Value }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.PressAsync("正しく印刷できた");
        return (id, password);
    }

    private static async Task LogInAsync(IPage page, string id, string password)
    {
        await page.GetByLabel("WebユーザーID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.PressAsync("ログインする");
    }
}
