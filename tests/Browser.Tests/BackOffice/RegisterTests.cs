using System.Text;
using Microsoft.Playwright;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.BackOffice;

/// <summary>保険利用者, Webユーザー and 取込み, as staff see them.</summary>
public sealed class RegisterTests(Browser browser) : IClassFixture<Browser>
{
    private const string Head = "保険利用者コード,企業・金融機関区分,保険利用者名(漢字),保険利用者名(カナ),郵便番号,所在地,代表電話番号,登記所在地,代表者の役職名,代表者の氏名";

    private static int _last = 600_000_000;

    [Fact]
    public async Task List_IsSearchedAndPaged()
    {
        await using var beside = browser.Beside();
        for (var i = 1; i <= SearchInsuranceUsers.FoundAtMost + 1; i++)
            await beside.ImportAsync($"{610_000_000 + i}", suspended: i % 9 == 0, details: ApprovalSteps.OldDetails with { CompanyName = $"第{i}多数商事株式会社", CompanyNameKana = "タスウショウジカブシキガイシャ" });
        var page = await OpenAsync("auditor", "/backoffice/insurance-users");
        await page.LookAsync("register-list");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("ﾀｽｳ");
        await page.PressAsync("検索する");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(SearchInsuranceUsers.PageSize);
        (await page.TextAsync()).ShouldContain("該当する保険利用者が多いため、一部だけを表示しています。");
        await page.LookAsync("register-list-too-many");
        await page.FollowAsync("次の50件");
        await page.LookAsync("register-list-second-page");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("どこにもない会社");
        await page.PressAsync("検索する");
        (await page.TextAsync()).ShouldContain("「どこにもない会社」に該当する保険利用者は見つかりませんでした。");
        await page.LookAsync("register-list-empty");
    }

    [Fact]
    public async Task InsuranceUser_IsCorrected()
    {
        await using var beside = browser.Beside();
        var user = await beside.RegisterHeadOfficeAsync();
        await beside.ImportAsync(NewCode(), headOffice: user.Code.Value);
        await beside.ImportAsync(NewCode(), headOffice: user.Code.Value, suspended: true);
        var address = $"/backoffice/insurance-users/{user.Code}";
        var page = await OpenAsync("clerk", address);
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);

        await page.FollowAsync("登録内容を訂正する");
        await page.LookAsync("register-correct");
        await Field(page, "代表電話番号").FillAsync("12");
        await page.PressAsync("訂正する");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("error-summary");
        await page.LookAsync("register-correct-errors");

        await Field(page, "代表電話番号").FillAsync("03-7777-8888");
        await Field(page, "理由").FillAsync("本店移転の届出による\n(2026年7月1日受領)");
        var shown = (await beside.SendAsync(new ViewInsuranceUser.Query(user.Code.Value))).Value;
        await beside.SendAsync(new CorrectInsuranceUser.Command(user.Code.Value, shown.Version, shown.Values.With(ApplicationFields.Homepage, "").With(ApplicationFields.Address, "東京都港区六本木１－１－１"), "移転の届出"));
        await page.PressAsync("訂正する");
        (await page.TextAsync()).ShouldContain("現在の登録内容と異なる項目");
        await page.LookAsync("register-correct-stale");
        await page.PressAsync("訂正する");

        (await page.TextAsync()).ShouldContain("登録内容を訂正しました。");
        await page.LookAsync("register-corrected");
        // The browser itself notes a refusal by its status.
        console.Where(text => !text.Contains("422", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task InsuranceUser_IsSuspendedAndResumed()
    {
        await using var beside = browser.Beside();
        var code = NewCode();
        await beside.ImportAsync(code, headOffice: (await beside.ImportAsync(NewCode())).Code.Value);
        var page = await OpenAsync("clerk", $"/backoffice/insurance-users/{code}");
        await page.LookAsync("register-branch");

        await page.FollowAsync("利用を停止する");
        await page.LookAsync("register-suspend");
        await page.PressAsync("停止する");
        await page.LookAsync("register-suspend-error");
        await Field(page, "理由").FillAsync("廃業の届出による");
        await page.PressAsync("停止する");
        (await page.TextAsync()).ShouldContain("利用を停止しました。");
        await page.LookAsync("register-suspended");

        await page.FollowAsync("利用を再開する");
        await page.LookAsync("register-resume");
        await Field(page, "理由").FillAsync("届出の取下げ");
        await page.PressAsync("再開する");
        (await page.TextAsync()).ShouldContain("利用を再開しました。");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WebUser_IsSuspendedResumedWrittenToAndReplaced(bool javaScript)
    {
        await using var beside = browser.Beside();
        var user = await beside.RegisterHeadOfficeAsync();
        var page = await OpenAsync("clerk", $"/backoffice/insurance-users/{user.Code}", javaScript);

        await page.FollowAsync("停止する");
        await page.LookAsync($"register-web-user-suspend-{javaScript}");
        await page.PressAsync("停止する");
        (await page.TextAsync()).ShouldContain("Webユーザーを停止しました。");
        await page.FollowAsync("再開する");
        await page.LookAsync($"register-web-user-resume-{javaScript}");
        await page.PressAsync("再開する");
        await page.FollowAsync("登録完了通知書を再発行する");
        await page.LookAsync($"register-letter-{javaScript}");
        await page.PressAsync("再発行する");
        (await page.TextAsync()).ShouldContain("第2回 印刷待ち");

        await page.FollowAsync("管理者を変更する");
        await page.LookAsync($"register-administrator-{javaScript}");
        await page.PressAsync("管理者を変更する");
        (await page.TitleAsync()).ShouldStartWith("エラー：");
        await page.LookAsync($"register-administrator-errors-{javaScript}");
        await Field(page, "所属名").FillAsync("企画部");
        await Field(page, "氏名").FillAsync("後任 三郎");
        await Field(page, "電話番号").FillAsync("03-1111-2222");
        await Field(page, "メールアドレス").FillAsync("saburo@example.jp");
        await Field(page, "メールアドレス(確認用)").FillAsync("saburo@example.jp");
        await page.PressAsync("管理者を変更する");
        (await page.TextAsync()).ShouldContain("管理者を変更しました。");
        await page.LookAsync($"register-administrator-changed-{javaScript}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_IsImported_OnceItsFaultsAreMended(bool javaScript)
    {
        var page = await OpenAsync("supervisor", "/backoffice/import", javaScript);
        await page.LookAsync($"import-{javaScript}");
        await page.PressAsync("取り込む");
        (await page.TextAsync()).ShouldContain("取り込むファイルを選択してください。");
        await page.LookAsync($"import-no-file-{javaScript}");

        var code = NewCode();
        await ChooseAsync(page, [Head, .. Enumerable.Range(0, 120).Select(_ => $"{code},企業,,カブシキガイシャ,540-0001,大阪市,06-1234-5678,保険利用者所在地と同じ,代表取締役,旧来　次郎")]);
        await page.PressAsync("取り込む");
        (await page.TextAsync()).ShouldContain("239件のうち、はじめの100件を表示しています。");
        await page.LookAsync($"import-faults-{javaScript}");

        var tooLarge = Path.GetTempFileName();
        await File.WriteAllBytesAsync(tooLarge, new byte[21 * 1024 * 1024]);
        await page.GetByLabel("取り込むファイル").SetInputFilesAsync(tooLarge);
        await page.PressAsync("取り込む");
        File.Delete(tooLarge);
        (await page.TextAsync()).ShouldContain("ファイルが大きすぎるため、受け付けられませんでした。20MB以内のファイルを選択してください。");

        await ChooseAsync(page, Head, $"{code},企業,株式会社𠮷野物産,ヨシノブッサン,540-0001,大阪市,06-1234-5678,保険利用者所在地と同じ,代表取締役,吉野　太郎");
        await page.PressAsync("取り込む");
        (await page.TextAsync()).ShouldContain("1件の保険利用者を取り込みました。");
        await page.LookAsync($"import-done-{javaScript}");
        await page.GotoAsync($"/backoffice/insurance-users/{code}");
        await page.LookAsync($"register-imported-{javaScript}");

        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GotoAsync("/backoffice/insurance-users");
            await page.FollowAsync("登録内容をCSVでダウンロードする");
        });
        download.SuggestedFilename.ShouldMatch("^保険利用者_20[0-9]{6}\\.csv$");
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldContain($"{code},企業,,,株式会社𠮷野物産");
    }

    private static ILocator Field(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    private static string NewCode() => $"{Interlocked.Increment(ref _last)}";

    private static Task ChooseAsync(IPage page, params string[] lines) => page.GetByLabel("取り込むファイル").SetInputFilesAsync(
        new FilePayload { Name = "保険利用者.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", lines)) });

    private async Task<IPage> OpenAsync(string role, string address, bool javaScript = true)
    {
        var page = await browser.OpenAsync(javaScript);
        await page.GotoAsync(address);
        await page.GetByLabel("職員ID").FillAsync(role);
        await page.GetByLabel("パスワード").FillAsync("Develop-Only-1");
        await page.PressAsync("ログインする");
        return page;
    }
}
