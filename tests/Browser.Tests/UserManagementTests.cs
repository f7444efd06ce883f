using Microsoft.Playwright;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests;

/// <summary>ユーザー管理, and the way of an applicant from the mail into the Web service.</summary>
public sealed class UserManagementTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Applicant_IsAdded_SetsAPassword_ForgetsIt_AndIsManagedToTheEnd(bool javaScript)
    {
        await using var portal = browser.Beside();
        var (administrator, _) = await portal.EnterServiceAsync();
        var address = $"hanako-{javaScript}@example.jp".ToLowerInvariant();
        var page = await browser.OpenAsync(javaScript);
        await LogInAsync(page, administrator, ServiceSteps.Password);
        await page.FollowAsync("ユーザー管理");
        await page.LookAsync($"users-empty-{javaScript}");
        await page.FollowAsync("追加する");
        await page.LookAsync($"users-add-{javaScript}");
        await FillAsync(page, "氏名", "貿易 花子");
        await page.PressAsync("追加する");
        (await page.TextAsync()).ShouldContain("所属名と役職名のどちらか一方は必ず入力してください。");
        await page.LookAsync($"users-add-errors-{javaScript}");
        await FillAsync(page, "所属名", "海外営業部");
        await FillAsync(page, "電話番号", "03(1234)5679");
        await FillAsync(page, "メールアドレス", address);
        await FillAsync(page, "メールアドレス(確認用)", address);
        await page.PressAsync("追加する");
        (await page.TextAsync()).ShouldContain("1/99件");
        await page.LookAsync($"users-list-{javaScript}");

        // The applicant, in a window of her own.
        var hers = await browser.OpenAsync(javaScript);
        var link = Address(await (await browser.OpenAsync()).OpenMailAsync($"{address}【NEXI】WebユーザーID(申込者用)が登録されました"));
        await hers.GotoAsync(link);
        await hers.LookAsync($"users-link-{javaScript}");
        var id = await hers.Locator(".number").InnerTextAsync();
        await hers.PressAsync("パスワードの設定へ");
        hers.Url.ShouldEndWith("/login/new-password");
        await hers.Locator("#New").FillAsync("password!");
        await hers.Locator("#NewAgain").FillAsync("password");
        await hers.PressAsync("パスワードを設定する");
        await hers.LookAsync($"users-new-password-errors-{javaScript}");
        await hers.Locator("#New").FillAsync(ServiceSteps.Password);
        await hers.Locator("#NewAgain").FillAsync(ServiceSteps.Password);
        await hers.PressAsync("パスワードを設定する");
        (await hers.TextAsync()).ShouldContain("パスワードを設定しました。");
        (await hers.GetByLabel("WebユーザーID").InputValueAsync()).ShouldBe(id);
        await hers.LookAsync($"users-login-after-{javaScript}");
        await hers.GetByLabel("パスワード").FillAsync(ServiceSteps.Password);
        await hers.PressAsync("ログインする");
        hers.Url.ShouldEndWith("/service");
        (await hers.TextAsync()).ShouldNotContain("ユーザー管理");
        (await hers.GotoAsync("/service/users"))!.Status.ShouldBe(404);
        (await hers.GotoAsync(link))!.Status.ShouldBe(410);
        await hers.LookAsync($"users-link-used-{javaScript}");

        // The administrator looks her up and does everything there is to do.
        await page.GetByRole(AriaRole.Searchbox).FillAsync("貿易花子");
        await page.PressAsync("検索する");
        await page.FollowAsync(id);
        await page.LookAsync($"users-applicant-{javaScript}");
        await page.FollowAsync("変更する");
        var otherTab = await page.Context.NewPageAsync();
        await otherTab.GotoAsync(page.Url);
        await FillAsync(otherTab, "役職名", "主任");
        (await page.GetByRole(AriaRole.Textbox, new() { Name = "氏名", Exact = true }).InputValueAsync()).ShouldBe("貿易　花子");
        await FillAsync(page, "電話番号", "abc");
        await page.PressAsync("変更する");
        await page.LookAsync($"users-change-errors-{javaScript}");
        await FillAsync(page, "電話番号", "06-1234-5678");
        await page.PressAsync("変更する");
        (await page.TextAsync()).ShouldContain("登録内容を変更しました。");
        await otherTab.PressAsync("変更する");
        (await otherTab.TextAsync()).ShouldContain("現在の登録内容と異なる項目");
        await otherTab.LookAsync($"users-changed-meanwhile-{javaScript}");
        await otherTab.CloseAsync();
        await DoAsync(page, "停止する", "停止しました。", $"users-suspend-{javaScript}");
        (await hers.GotoAsync("/service"))!.Url.ShouldContain("/login");
        await DoAsync(page, "再開する", "再開しました。");
        await DoAsync(page, "ロックを解除する", "ロックを解除しました。");
        await DoAsync(page, "パスワードを初期化する", "パスワードを初期化し、");
        await page.LookAsync($"users-applicant-history-{javaScript}");

        // She sets a password once more, forgets it at once, and gets a link by herself.
        await hers.GotoAsync(Address(await NewsAsync(address, saying: "/p/")));
        await SetAsync(hers, "Zw4$other99");
        await hers.FollowAsync("パスワードの再設定");
        await hers.PressAsync("送信する");
        (await hers.TextAsync()).ShouldContain("メールアドレスを正しく入力してください。");
        await hers.LookAsync($"users-forgotten-errors-{javaScript}");
        await hers.GetByLabel("WebユーザーID").FillAsync(id.ToLowerInvariant());
        await hers.GetByLabel("メールアドレス").FillAsync(address);
        await hers.PressAsync("送信する");
        await hers.LookAsync($"users-forgotten-sent-{javaScript}");
        await hers.GotoAsync(Address(await NewsAsync(address, saying: "お忘れ")));
        await SetAsync(hers, "Zw4$third-99");
        await LogInAsync(hers, id, "Zw4$third-99");
        hers.Url.ShouldEndWith("/service");

        await DoAsync(page, "削除する", "申込者を削除しました。", $"users-delete-{javaScript}");
        (await page.TextAsync()).ShouldContain("0/99件");
        (await hers.GotoAsync("/service"))!.Url.ShouldContain("/login");
    }

    [Fact]
    public async Task File_TellsItsFaults_ThenAddsEverybody()
    {
        await using var portal = browser.Beside();
        var (administrator, _) = await portal.EnterServiceAsync();
        var page = await browser.OpenAsync();
        await LogInAsync(page, administrator, ServiceSteps.Password);
        await page.GotoAsync("/service/users/import");
        await page.PressAsync("まとめて追加する");
        await page.LookAsync("users-import-none");
        var template = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("様式をダウンロードする"));
        template.SuggestedFilename.ShouldBe("申込者_追加様式.csv");

        await page.Locator("#File").SetInputFilesAsync(Csv("所属名,役職名,氏名,電話番号,メールアドレス\n,,貿易 花子,03-1234-5679,hana@example.jp\n営業部,,輸出 次郎,123,jiro\n"));
        await page.PressAsync("まとめて追加する");
        (await page.TextAsync()).ShouldContain("2行目");
        await page.LookAsync("users-import-faults");
        await page.Locator("#File").SetInputFilesAsync(Csv("所属名,役職名,氏名,電話番号,メールアドレス\n海外営業部,,貿易 花子,03-1234-5679,hana@example.jp\n営業部,課長,輸出 次郎,0612345678,jiro@example.jp\n"));
        await page.PressAsync("まとめて追加する");

        (await page.TextAsync()).ShouldContain("2名の申込者を登録し");
        (await page.TextAsync()).ShouldContain("2/99件");
        await page.LookAsync("users-import-done");
    }

    private static FilePayload Csv(string text) => new() { Name = "users.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static async Task DoAsync(IPage page, string verb, string done, string? look = null)
    {
        await page.FollowAsync(verb);
        if (look is not null) await page.LookAsync(look);
        await page.PressAsync(verb);
        (await page.TextAsync()).ShouldContain(done);
    }

    private static async Task SetAsync(IPage page, string password)
    {
        await page.PressAsync("パスワードの設定へ");
        await page.Locator("#New").FillAsync(password);
        await page.Locator("#NewAgain").FillAsync(password);
        await page.PressAsync("パスワードを設定する");
    }

    private async Task<string> NewsAsync(string address, string saying)
    {
        // The latest of several mails with one subject.
        var mails = await browser.OpenAsync();
        for (var i = 0; ; i++)
        {
            var text = await mails.OpenMailAsync($"{address}【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ");
            if (text.Contains(saying, StringComparison.Ordinal)) return text;
            i.ShouldBeLessThan(200, "the mail did not arrive");
            await Task.Delay(100);
        }
    }

    private static string Address(string mail) => "/p/" + mail.Split("/p/")[1][..22];

    private static Task FillAsync(IPage page, string field, string value) => page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true }).FillAsync(value);

    private static async Task LogInAsync(IPage page, string id, string password)
    {
        await page.GotoAsync("/login");
        await page.GetByLabel("WebユーザーID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.PressAsync("ログインする");
    }
}
