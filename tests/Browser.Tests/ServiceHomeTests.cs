using Microsoft.Playwright;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests;

/// <summary>⑰: the home of the Web service with 「申込の状況」, and 登録内容の変更.</summary>
public sealed class ServiceHomeTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WebUser_SeesTheCases_AndCorrectsTheOwnDetails(bool javaScript)
    {
        await using var portal = browser.Beside();
        var headOffice = await portal.RegisterHeadOfficeAsync();
        var administrator = await portal.AdministratorAsync(headOffice.Id);
        var initial = (await portal.PrintAsync(await portal.NoticeNumberAsync(administrator)))[0].Password;
        var id = administrator.UserId.Value;
        await portal.ChooseAsync(await portal.LogInAsync(id, initial), initial, ServiceSteps.Password);
        var page = await browser.OpenAsync(javaScript);
        await LogInAsync(page, id);

        (await page.Locator("main table").InnerTextAsync()).ShouldSatisfyAllConditions(
            cases => cases.ShouldContain("保険利用者登録(本店)"), cases => cases.ShouldContain("NEXIで手続き中です"));
        await page.LookAsync($"home-administrator-{javaScript}");

        await page.FollowAsync("登録内容を変更する");
        page.Url.ShouldEndWith("/service/details");
        await page.LookAsync($"details-administrator-{javaScript}");
        await FillAsync(page, "所属名", "経理部");
        await FillAsync(page, "電話番号", "123");
        await FillAsync(page, "メールアドレス", "keiri@example.jp");
        await page.PressAsync("変更する");
        (await page.TextAsync()).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Webユーザー(管理者)の電話番号"), text => text.ShouldContain("現在のパスワードを入力してください。"));
        (await page.GetByRole(AriaRole.Textbox, new() { Name = "所属名", Exact = true }).InputValueAsync()).ShouldBe("経理部");
        await page.LookAsync($"details-errors-{javaScript}");
        await FillAsync(page, "電話番号", "06-1234-5678");
        await FillAsync(page, "メールアドレス(確認用)", "keiri@example.jp");
        await page.Locator("#Password").FillAsync("wrong");
        await page.PressAsync("変更する");
        (await page.Locator("#Password-error").InnerTextAsync()).ShouldContain("現在のパスワードが正しくありません");
        (await page.GetByRole(AriaRole.Textbox, new() { Name = "メールアドレス", Exact = true }).InputValueAsync()).ShouldBe("keiri@example.jp");
        await page.Locator("#Password").FillAsync(ServiceSteps.Password);
        await page.PressAsync("変更する");

        page.Url.ShouldEndWith("/service");
        (await page.TextAsync()).ShouldSatisfyAllConditions(
            text => text.ShouldContain("登録内容を変更しました。"), text => text.ShouldContain("経理部"), text => text.ShouldContain("keiri@example.jp"));
        await (await browser.OpenAsync()).OpenMailAsync("keiri@example.jp【NEXI】メールアドレスが変更されました");

        // An applicant: the same without the cases, and the name by the administrator.
        var (applicant, _) = await portal.EnterApplicantAsync(headOffice.Id, $"{Guid.NewGuid():N}@example.jp");
        var hers = await browser.OpenAsync(javaScript);
        await LogInAsync(hers, applicant);
        (await hers.TextAsync()).ShouldNotContain("申込の状況");
        await hers.LookAsync($"home-applicant-{javaScript}");
        await hers.FollowAsync("登録内容を変更する");
        (await hers.TextAsync()).ShouldContain("貴社のWebユーザー(管理者)");
        await hers.LookAsync($"details-applicant-{javaScript}");
        await FillAsync(hers, "役職名", "課長");
        await hers.Locator("#Password").FillAsync(ServiceSteps.Password);
        await hers.PressAsync("変更する");
        (await hers.TextAsync()).ShouldContain("課長");
    }

    private static Task FillAsync(IPage page, string field, string value) => page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true }).FillAsync(value);

    private static async Task LogInAsync(IPage page, string id)
    {
        await page.GotoAsync("/login");
        await page.GetByLabel("WebユーザーID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(ServiceSteps.Password);
        await page.PressAsync("ログインする");
    }
}
