using System.Text;
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

        var (id, password, _) = await PrintLetterAsync(clerk, number);
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
        if (javaScript) (await user.Locator(".rules .met").CountAsync()).ShouldBe(PasswordRules.All.Count(rule => rule.Pattern is not null));
        (await user.Locator(".rules .unmet").CountAsync()).ShouldBe(0);
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

    [Fact]
    public async Task ImportedCompany_GetsItsAdministrator_AndABranchUnderItsHeadOffice()
    {
        const string Head = "保険利用者コード,企業・金融機関区分,保険利用者名(漢字),保険利用者名(カナ),郵便番号,所在地,代表電話番号,登記所在地,代表者の役職名,代表者の氏名";
        const string Row = "987654321,企業,株式会社髙﨑𠮷商事,カブシキガイシャタカサキヨシショウジ,540-0001,大阪府大阪市中央区城見１－１－１,06-1234-5678,保険利用者所在地と同じ,代表取締役社長,髙橋　太郎";
        var supervisor = await browser.OpenAsync();
        await supervisor.SignInStaffAsync("supervisor", address: "/backoffice/import");
        await supervisor.GetByLabel("取り込むファイル").SetInputFilesAsync(new FilePayload { Name = "users.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"{Head}\r\n{Row}") });
        await supervisor.PressAsync("取り込む");
        (await supervisor.TextAsync()).ShouldContain("1件");
        var clerk = await browser.OpenAsync();
        await clerk.SignInStaffAsync("clerk");
        var approver = await browser.OpenAsync();
        await approver.SignInStaffAsync("approver");

        // C: what was typed differs from what is registered; the letter goes to the registered address.
        var webUser = await ApplyAsync(ApplicationType.WebUser, "kind-c@sample.com", (ApplicationFields.InsuranceUserCode, "987654321"));
        await ApproveAsync(webUser, "移転の届出を受けています。");
        await clerk.GotoAsync("/backoffice/letters");
        (await clerk.Locator("#ToPrint tr", new() { HasText = webUser.Value }).InnerTextAsync()).ShouldContain("987654321");
        var (_, _, letter) = await PrintLetterAsync(clerk, webUser);
        letter.ShouldContain("大阪府大阪市中央区城見１－１－１");
        letter.ShouldNotContain("東京都千代田区千代田");

        // B: a code of its own under the head office named.
        var branch = await ApplyAsync(ApplicationType.Branch, "kind-b@sample.com", (ApplicationFields.HeadOfficeCode, "987654321"));
        await ApproveAsync(branch, "登記所在地は、証明書のとおりです。");
        (await PrintLetterAsync(clerk, branch)).Text.ShouldContain("大阪支店");
        await clerk.GotoAsync("/backoffice/insurance-users/987654321");
        (await clerk.TextAsync()).ShouldContain("大阪支店");

        // One administrator a code: another one is seen at once, and refused.
        var second = await ApplyAsync(ApplicationType.WebUser, "kind-c2@sample.com", (ApplicationFields.InsuranceUserCode, "987654321"));
        await clerk.GotoAsync($"/backoffice/cases/{second}");
        (await clerk.TextAsync()).ShouldContain("すでにWebユーザー(管理者)が登録されています。");

        async Task<ApplicationNumber> ApplyAsync(ApplicationType type, string address, (ApplicationField Field, string Value) code)
        {
            var page = await browser.OpenAsync();
            await EnterAsync(page, address);
            await page.PressAsync(type.Label());
            await FillAsync(page, type, Entries.Complete(type).With(code.Field, code.Value));
            await page.PressAsync("申込情報の確認へ");
            await page.PressAsync("Webサービス利用規約の同意へ");
            await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
            await page.PressAsync("申込書印刷へ");
            return ApplicationNumber.Read(await page.Locator("dd.number").InnerTextAsync())!;
        }

        async Task ApproveAsync(ApplicationNumber number, string explanation)
        {
            await clerk.GotoAsync($"/backoffice/cases/{number}/receipt");
            await clerk.GetByLabel("申込書の版").FillAsync("1");
            await clerk.PressAsync("申込書の到着を登録する");
            await clerk.FollowAsync("承認を依頼する");
            foreach (var box in await clerk.Locator("main input[type=checkbox]").AllAsync()) await box.CheckAsync();
            await clerk.Locator("main textarea").First.FillAsync(explanation);
            await clerk.PressAsync("承認を依頼する");
            await approver.GotoAsync($"/backoffice/cases/{number}/approval");
            await approver.PressAsync("承認する");
            (await approver.TextAsync()).ShouldContain("承認しました。");
        }
    }

    private static async Task<(string Id, string Password, string Text)> PrintLetterAsync(IPage clerk, ApplicationNumber number)
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
        return (id, password, text);
    }

    private static async Task LogInAsync(IPage page, string id, string password)
    {
        await page.GetByLabel("WebユーザーID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.PressAsync("ログインする");
    }
}
