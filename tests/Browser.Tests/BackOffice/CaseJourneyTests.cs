using Microsoft.Playwright;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.BackOffice;

/// <summary>A case on its way over the desks of two members of staff, and what they see on it.</summary>
public sealed class CaseJourneyTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "S43")]
    public async Task Case_FromTheScannedFormToTheApproval(bool javaScript)
    {
        await using var portal = browser.Beside();
        var id = $"both{javaScript}".ToLowerInvariant();
        await portal.EmployAsync(id, StaffRoles.Clerk | StaffRoles.Approver);
        var address = $"{id}@sample.com";
        var (number, _, _) = await portal.FileAsync(address);
        var first = await portal.FormCodeAsync(number);
        var console = new List<string>();

        var clerk = await OpenAsync(javaScript, console);
        await clerk.SignInStaffAsync(id, StaffSteps.Password);
        clerk.Url.ShouldEndWith("/backoffice/cases");
        await LookAsync(clerk, "queue");

        // The form is scanned, and lacks its seal.
        await ScanBox(clerk, focused: true).WaitForAsync();
        await clerk.ScanAsync(first, $"**/backoffice/cases/{number}?scanned=1");
        await LookAsync(clerk, "awaiting-paper");
        await clerk.FollowAsync("申込書の到着を登録する");
        (await clerk.GetByLabel("申込書の版").InputValueAsync()).ShouldBe("1");
        await LookAsync(clerk, "receipt");
        await clerk.GetByLabel("申込書の版").FillAsync("");
        await clerk.GetByLabel("履歴事項全部証明書").CheckAsync();
        await clerk.PressAsync("申込書の到着を登録する");
        (await clerk.TitleAsync()).ShouldStartWith("エラー：");
        (await clerk.GetByLabel("履歴事項全部証明書").IsCheckedAsync()).ShouldBeTrue();
        await LookAsync(clerk, "receipt-errors");
        await clerk.GetByLabel("申込書の版").FillAsync("1");
        await clerk.PressAsync("申込書の到着を登録する");
        (await clerk.TextAsync()).ShouldContain("申込書の到着を登録しました。");
        await LookAsync(clerk, "in-review");

        await clerk.FollowAsync("補正を依頼する");
        await clerk.PressAsync("補正を依頼する");
        (await clerk.TitleAsync()).ShouldStartWith("エラー：");
        await LookAsync(clerk, "correction-errors");
        await clerk.GetByLabel("代表者印が押されていません").CheckAsync();
        await clerk.GetByLabel("連絡事項").FillAsync("代表者印の欄に、実印を押してください。\nそのほかの書類は届いています。");
        await clerk.PressAsync("補正を依頼する");
        (await clerk.TextAsync()).ShouldContain("停止中(残り5営業日)");
        await LookAsync(clerk, "awaiting-correction");

        // The registrant finds a mistake, and gets a link to change the entry.
        await clerk.FollowAsync("手続き再開用URLを送る");
        await LookAsync(clerk, "reopen");
        await clerk.GetByLabel("訂正していただく内容").FillAsync("代表者の氏名");
        await clerk.PressAsync("手続き再開用URLを送る");
        await LookAsync(clerk, "reopened");
        await SubmitAgainAsync(await browser.OpenAsync(javaScript), number);

        // The earlier form arrives, and then the new one; the scanner types into whatever page is open.
        await GoToScanBoxAsync();
        await clerk.ScanAsync(first, $"**/backoffice/cases/{number}?scanned=1");
        (await clerk.TextAsync()).ShouldContain("読み取った申込書は第1版で、無効です");
        await LookAsync(clerk, "outdated");
        await GoToScanBoxAsync();
        await clerk.ScanAsync(await portal.FormCodeAsync(number), $"**/backoffice/cases/{number}?scanned=2");
        await clerk.FollowAsync("申込書の到着を登録する");
        await clerk.PressAsync("申込書の到着を登録する");

        await clerk.FollowAsync("承認を依頼する");
        await clerk.PressAsync("承認を依頼する");
        (await clerk.TitleAsync()).ShouldStartWith("エラー：");
        await LookAsync(clerk, "approval-request-errors");
        foreach (var check in ReviewChecks.For(ApplicationType.HeadOffice)) await clerk.GetByLabel(check.Label).CheckAsync();
        await clerk.PressAsync("承認を依頼する");

        // Whoever asked cannot approve; another person can.
        (await clerk.TextAsync()).ShouldContain("承認を依頼した職員は、承認することができません。別の職員が承認してください。");
        (await clerk.GetByRole(AriaRole.Link, new() { Name = "承認する", Exact = true }).CountAsync()).ShouldBe(0);
        await LookAsync(clerk, "four-eyes");
        await clerk.GetByLabel("新しいメモ").FillAsync("電話で代表者の氏名を確認しました。");
        await clerk.PressAsync("メモを追加する");
        (await clerk.TextAsync()).ShouldContain("メモを追加しました。");

        var approver = await OpenAsync(javaScript, console);
        await approver.SignInStaffAsync("approver", address: $"/backoffice/cases/{number}");
        await approver.FollowAsync("差し戻す");
        await LookAsync(approver, "send-back");
        await approver.GoBackAsync();
        await approver.FollowAsync("登録不可とする");
        await LookAsync(approver, "decline");
        await approver.FollowAsync("申込みに戻る");
        await approver.FollowAsync("承認する");
        await LookAsync(approver, "approval");
        await approver.PressAsync("承認する");
        (await approver.TextAsync()).ShouldContain("承認しました。");
        await clerk.ReloadAsync();
        (await clerk.TextAsync()).ShouldContain("発送待ち");
        await clerk.FollowAsync("発送を登録する");
        await LookAsync(clerk, "dispatch");
        console.ShouldBeEmpty();

        Task LookAsync(IPage page, string name) => javaScript ? page.LookAsync($"case-{name}") : Task.CompletedTask;

        // With a script what is scanned is taken wherever one is.
        Task GoToScanBoxAsync() => javaScript ? Task.CompletedTask : ScanBox(clerk).FocusAsync();
    }

    [Fact]
    public async Task Queue_OfManyCases_IsSearchedAndLeafedThrough()
    {
        await using var portal = browser.Beside();
        await portal.AddCasesAsync(400);
        var page = await browser.OpenAsync();
        await page.SignInStaffAsync("auditor");
        await page.LookAsync("queue-many");
        await page.GetByRole(AriaRole.Link, new() { Name = "受付番号", Exact = true }).ClickAsync();
        await page.FollowAsync("次のページ");
        page.Url.ShouldEndWith("?by=Number&p=2");
        await page.GoBackAsync();
        page.Url.ShouldEndWith("?by=Number");
        await page.GetByLabel("検索", new() { Exact = true }).FillAsync("ニホン");
        await page.PressAsync("検索する");
        await page.LookAsync("queue-found");
        await page.GetByLabel("検索", new() { Exact = true }).FillAsync("存在しない会社");
        await page.PressAsync("検索する");
        (await page.TextAsync()).ShouldContain("条件に該当する申込みはありません。");
        await page.LookAsync("queue-nothing");
        await page.GotoAsync("/backoffice/cases?state=InReview");
        await page.LookAsync("queue-in-review");
    }

    [Fact]
    public async Task Scan_ThatNamesNoCase_IsShownForMending()
    {
        var page = await browser.OpenAsync();
        await page.SignInStaffAsync("clerk2");
        await ScanBox(page, focused: true).WaitForAsync();
        await page.ScanAsync("2607-00123-0", "**/backoffice/scan?*");
        (await page.TitleAsync()).ShouldStartWith("エラー：");
        (await page.GetByLabel("読み取った文字").InputValueAsync()).ShouldBe("2607-00123-0");
        await page.LookAsync("scan-errors");
    }

    [Fact]
    public async Task CaseOfAnInsuranceUser_StandsBesideWhatIsRegistered()
    {
        await using var portal = browser.Beside();
        await portal.ImportAsync("987654321", details: ApprovalSteps.OldDetails with { CompanyName = "株式会社髙﨑𠮷商事", CompanyNameKana = "カブシキガイシャタカサキヨシショウジ" });
        await portal.ImportAsync("987654322", details: ApprovalSteps.OldDetails with { CompanyName = "別の会社", Telephone = "03-1234-5678" });
        await portal.FileAsync("first@sample.com", ApplicationType.WebUser);
        var (number, _, _) = await portal.FileAsync("second@sample.com", ApplicationType.WebUser);
        await portal.BringToAsync(number, ApplicationState.InReview);
        var (branch, _, _) = await portal.FileAsync("third@sample.com", ApplicationType.Branch);
        var (expired, _, _) = await portal.FileAsync("fourth@sample.com");
        await portal.BringToAsync(expired, ApplicationState.Expired);
        var page = await browser.OpenAsync();
        await page.SignInStaffAsync("clerk", address: $"/backoffice/cases/{number}");
        await page.LookAsync("case-compared");
        await page.FollowAsync("承認を依頼する");
        foreach (var check in ReviewChecks.For(ApplicationType.WebUser)) await page.GetByLabel(check.Label).CheckAsync();
        await page.PressAsync("承認を依頼する");
        (await page.TextAsync()).ShouldContain("登録内容と異なる点について、理由を入力してください。");
        await page.LookAsync("case-differences-errors");
        await page.GotoAsync($"/backoffice/cases/{branch}");
        await page.LookAsync("case-refused");
        await page.GotoAsync($"/backoffice/cases/{expired}/revive");
        await page.LookAsync("case-revive");
        await page.GotoAsync("/backoffice");
        await page.LookAsync("office-me");
    }

    private async Task<IPage> OpenAsync(bool javaScript, List<string> console)
    {
        var page = await browser.OpenAsync(javaScript);
        page.Console += (_, message) => console.Add(message.Text);
        return page;
    }

    private static ILocator ScanBox(IPage page, bool focused = false) => page.Locator(focused ? "#scan:focus" : "#scan");

    private static async Task SubmitAgainAsync(IPage page, ApplicationNumber number)
    {
        var mail = await page.OpenMailAsync($"【NEXI】手続き再開用URLのお知らせ {number}");
        await page.Locator(".mail-body a").First.ClickAsync();
        await page.GetByLabel("登録用パスワード").FillAsync(mail.Split("■登録用パスワード")[1].Trim().Split('\n')[0].Trim());
        await page.PressAsync("認証する");
        await page.Locator($"#{ApplicationFields.RepresentativeName.Key}").FillAsync("高橋　次郎");
        await page.PressAsync("申込情報の確認へ");
        await page.PressAsync("Webサービス利用規約の同意へ");
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
        await page.PressAsync("申込書印刷へ");
        (await page.TextAsync()).ShouldContain("訂正後の申込書(第2版)");
    }
}
