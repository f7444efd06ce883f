using System.Net;
using Microsoft.Data.Sqlite;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>保険利用者 and Webユーザー in the back office: looked up, corrected, suspended, changed.</summary>
public sealed class RegisterTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Stale = "別の職員が登録内容を変更しました。現在の内容をご確認のうえ、もう一度操作してください。";

    private static int _last = 400_000_000;

    private WebProcess Portal => one.Portal;

    private static string NewCode => $"{Interlocked.Increment(ref _last)}";

    [Fact]
    public async Task List_FindsAndPages_ByItsAddress()
    {
        await using var beside = TestPortal.Beside(Portal);
        for (var i = 1; i <= SearchInsuranceUsers.PageSize + 1; i++)
            await beside.ImportAsync($"{310_000_000 + i}", details: ApprovalSteps.OldDetails with { CompanyName = "多数商事", CompanyNameKana = "タスウショウジ" });
        using var client = await SignInAsync("auditor");

        var page = await (await Page.GetAsync(client, "/backoffice/insurance-users")).Form("検索する").Fill("search", "たすう").Press("検索する");
        page.Address.Query.ShouldBe($"?search={Uri.EscapeDataString("たすう")}");
        page.Form("検索する").Value("search").ShouldBe("たすう");
        page.Text.ShouldContain("1～50件目");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(SearchInsuranceUsers.PageSize);

        page = await page.Follow("次の50件");
        page.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("310000051");
        page.Text.ShouldContain("51～51件目");
        (await (await page.Follow("前の50件")).Follow("310000001")).Heading.ShouldBe("保険利用者多数商事");

        (await Page.GetAsync(client, "/backoffice/insurance-users?search=たすう&pageNumber=9")).Text.ShouldContain("このページに表示する保険利用者はありません。");
        (await Page.GetAsync(client, "/backoffice/insurance-users?pageNumber=x")).Text.ShouldContain("1～");
    }

    [Fact]
    public async Task List_WithNothingFound_SaysWhatToDo()
    {
        using var client = await SignInAsync("clerk");

        (await Page.GetAsync(client, "/backoffice/insurance-users?search=<b>無")).Text.ShouldContain("「<b>無」に該当する保険利用者は見つかりませんでした。");
        (await Page.GetAsync(client, "/backoffice/insurance-users?search=%00")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Page_ShowsDataBranchesWebUsersAndHistory()
    {
        await using var beside = TestPortal.Beside(Portal);
        var user = await beside.RegisterHeadOfficeAsync();
        var administrator = await beside.AdministratorAsync(user.Id);
        var branch = NewCode;
        await beside.ImportAsync(branch, headOffice: user.Code.Value, suspended: true);
        using var client = await SignInAsync("auditor");

        var page = await Page.GetAsync(client, $"/backoffice/insurance-users/{user.Code}");

        page.Heading.ShouldBe("保険利用者株式会社髙﨑𠮷商事");
        page.Text.ShouldContain("東京都千代田区千代田一丁目１番１号");
        Cells(page, "支店・部門・事業所").ShouldHaveSingleItem().ShouldBe([branch, "旧支店", "停止中"]);
        page.Text.ShouldContain($"{administrator.UserId} 管理者 日本 花子");
        page.Text.ShouldContain("第1回 印刷待ち");
        Cells(page, "履歴").ShouldHaveSingleItem().Skip(1).ShouldBe(["申込みの承認による登録", "", "システム"]);
        (await page.Follow(branch)).Text.ShouldContain($"本店{user.Code}");
        (await Page.GetAsync(client, $"/backoffice/insurance-users?search={administrator.UserId}")).Text.ShouldContain(user.Code.Value);
    }

    [Theory]
    [InlineData("clerk", new[] { "登録内容を訂正する", "利用を停止する", "管理者を変更する", "登録完了通知書を再発行する", "ロックを解除する", "停止する" })]
    [InlineData("supervisor", new string[0])]
    [InlineData("approver", new string[0])]
    [InlineData("auditor", new string[0])]
    public async Task Page_OffersWhatOneMayDoNow(string role, string[] verbs)
    {
        await using var beside = TestPortal.Beside(Portal);
        var user = await beside.RegisterHeadOfficeAsync();
        using var client = await SignInAsync(role);

        Verbs(await Page.GetAsync(client, $"/backoffice/insurance-users/{user.Code}")).ShouldBe(verbs);

        await beside.SendAsync(new SuspendInsuranceUser.Command(user.Code.Value, user.Version, "届出"));
        Verbs(await Page.GetAsync(client, $"/backoffice/insurance-users/{user.Code}")).ShouldBe(role == "clerk" ? ["登録内容を訂正する", "利用を再開する", "ロックを解除する", "停止する"] : []);

        static IEnumerable<string> Verbs(Page page) => page.Document.QuerySelectorAll("main a").Select(link => link.TextContent.Trim()).Where(text => text.EndsWith("する", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "S53")]
    public async Task Look_IsInTheAuditTrail_WithWhoLooked()
    {
        await using var beside = TestPortal.Beside(Portal);
        var code = NewCode;
        var user = await beside.ImportAsync(code);
        using var client = await SignInAsync("auditor");

        await Page.GetAsync(client, $"/backoffice/insurance-users/{code}");

        await using var db = new SqliteConnection($"Data Source={Path.Combine(Portal.DataDirectory, "nexiportal.db")};Mode=ReadOnly");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM AuditEntries WHERE Actor = 'staff:auditor' AND Action = 'InsuranceUserViewed' AND SubjectId = $id";
        command.Parameters.AddWithValue("$id", user.Id);
        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(1);
    }

    [Fact]
    public async Task Correction_IsRegistered_AndStandsInTheHistoryWithWhatWas()
    {
        var (client, address) = await OpenAsync();
        var page = await Page.GetAsync(client, $"{address}/correct");
        page.Form("訂正する").Value(ApplicationFields.CompanyName.Key).ShouldBe("株式会社旧来物産");
        page.Form("訂正する").Value(ApplicationFields.RegisteredAddressChoice.Key).ShouldBe(ApplicationFields.SameAddress);

        page = await page.Form("訂正する").Fill(ApplicationFields.Address.Key, "東京都港区1-2-3").Fill("理由", "移転の届出").Press("訂正する");

        page.Address.AbsolutePath.ShouldBe(address);
        page.Text.ShouldContain("登録内容を訂正しました。");
        var line = Cells(page, "履歴")[0];
        (line[1], line[3]).ShouldBe(("登録内容の訂正", "受付 太郎(clerk)"));
        line[2].ShouldStartWith("移転の届出");
        line[2].ShouldEndWith("保険利用者所在地 所在地大阪府大阪市中央区城見１－１－１から → 東京都港区１－２－３");
        client.Dispose();
    }

    [Fact]
    public async Task Correction_Refused_KeepsEverythingTyped()
    {
        var (client, address) = await OpenAsync();
        var form = (await Page.GetAsync(client, $"{address}/correct")).Form("訂正する");

        var page = await form.Fill(ApplicationFields.Telephone.Key, "<b>12").Fill(ApplicationFields.RepresentativeName.Key, "").Press("訂正する");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Title.ShouldStartWith("エラー：");
        page.Errors.Select(error => (error.Field, error.Text)).ShouldBe(
        [
            (ApplicationFields.Telephone.Key, "代表電話番号は0から始まる10桁または11桁の数字で、03-1234-5678のように入力してください。"),
            (ApplicationFields.RepresentativeName.Key, "代表者の氏名を入力してください。"),
            ("Reason", "理由を入力してください。"),
        ]);
        page.Form("訂正する").Value(ApplicationFields.Telephone.Key).ShouldBe("<b>12");

        page = await page.Form("訂正する").Fill(ApplicationFields.Telephone.Key, "03-1111-2222").Fill(ApplicationFields.RepresentativeName.Key, "後任　太郎").Fill("理由", "長".PadRight(501, '長')).Press("訂正する");
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("500文字以内で入力してください(現在501文字です)。");
        page = await page.Form("訂正する").Fill("理由", "届出").Press("訂正する");
        page.Text.ShouldContain("登録内容を訂正しました。");
        page = await (await Page.GetAsync(client, $"{address}/correct")).Form("訂正する").Fill("理由", "届出").Press("訂正する");
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("登録内容が変更されていません。訂正する項目を入力し直してください。");
        client.Dispose();
    }

    [Fact]
    public async Task Correction_FromAStalePage_IsTold_ShowsWhatDiffers_AndCanGoOn()
    {
        var (client, address) = await OpenAsync();
        var first = (await Page.GetAsync(client, $"{address}/correct")).Form("訂正する").Fill(ApplicationFields.Address.Key, "京都府京都市").Fill("理由", "移転");
        var second = (await Page.GetAsync(client, $"{address}/correct")).Form("訂正する").Fill(ApplicationFields.Telephone.Key, "03-7777-8888").Fill("理由", "番号の変更");
        // A form that comes back for something else still knows which version it was filled in for.
        first = (await first.Fill("理由", "").Press("訂正する")).Form("訂正する").Fill("理由", "移転");
        (await second.Press("訂正する")).Text.ShouldContain("登録内容を訂正しました。");

        var page = await first.Press("訂正する");

        page.Errors.ShouldHaveSingleItem().Text.ShouldBe(Stale);
        Cells(page, "現在の登録内容と異なる項目").ShouldBe([["所在地", "大阪府大阪市中央区城見１－１－１", "京都府京都市"], ["代表電話番号", "03-7777-8888", "06-1234-5678"]]);
        var form = page.Form("訂正する");
        (form.Value(ApplicationFields.Address.Key), form.Value("理由")).ShouldBe(("京都府京都市", "移転"));
        page = await form.Fill(ApplicationFields.Telephone.Key, "03-7777-8888").Press("訂正する");
        page.Text.ShouldContain("登録内容を訂正しました。");
        page.Text.ShouldContain("03-7777-8888");
        client.Dispose();
    }

    [Fact]
    [Trait("Requirement", "S33")]
    public async Task Correction_WithATokenThatDoesNotFit_ComesBackWithEverythingTyped()
    {
        var (client, address) = await OpenAsync();
        var form = (await Page.GetAsync(client, $"{address}/correct")).Form("訂正する").Fill(ApplicationFields.Address.Key, "京都府京都市").Fill("理由", "移転");

        var page = await form.Fill("__RequestVerificationToken", "x").Press("訂正する");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Form("訂正する").Value(ApplicationFields.Address.Key).ShouldBe("京都府京都市");
        (await page.Form("訂正する").Press("訂正する")).Text.ShouldContain("登録内容を訂正しました。");
        client.Dispose();
    }

    [Fact]
    public async Task Suspension_AsksForTheReason_AndIsResumed()
    {
        var (client, address) = await OpenAsync();
        var page = await Page.GetAsync(client, $"{address}/suspend");
        page.Heading.ShouldBe("保険利用者の利用の停止");

        page = await page.Form("停止する").Fill("理由", " ").Press("停止する");
        page.Errors.ShouldHaveSingleItem().ShouldBe(new PageError("理由を入力してください。", "Reason"));
        page = await page.Form("停止する").Fill("理由", "廃業の届出").Press("停止する");
        page.Text.ShouldContain("利用を停止しました。");
        Cells(page, "履歴")[0].Skip(1).ShouldBe(["利用の停止", "廃業の届出", "受付 太郎(clerk)"]);

        // There is nothing to suspend any more.
        (await Page.GetAsync(client, $"{address}/suspend")).Address.AbsolutePath.ShouldBe(address);
        page = await (await page.Follow("利用を再開する")).Form("再開する").Fill("理由", "届出の取下げ").Press("再開する");
        page.Text.ShouldContain("利用を再開しました。");
        (await Page.GetAsync(client, $"{address}/resume")).Address.AbsolutePath.ShouldBe(address);
        client.Dispose();
    }

    [Fact]
    public async Task Suspension_FromAStalePage_IsTold()
    {
        var (client, address) = await OpenAsync();
        var first = (await Page.GetAsync(client, $"{address}/suspend")).Form("停止する").Fill("理由", "届出");
        var second = (await Page.GetAsync(client, $"{address}/suspend")).Form("停止する").Fill("理由", "別の届出");
        await second.Press("停止する");

        var page = await first.Press("停止する");

        page.Address.AbsolutePath.ShouldBe(address);
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe(Stale);
        client.Dispose();
    }

    [Fact]
    public async Task ChangeOfAdministrator_EndsTheOldId_AndGivesAnother()
    {
        var (client, address, id) = await OpenWithAdministratorAsync();
        var page = await (await Page.GetAsync(client, address)).Follow("管理者を変更する");
        page.Text.ShouldContain($"現在のWebユーザーID({id})は終了し、ログインできなくなります。");
        page.Form("管理者を変更する").Value(ApplicationFields.OneTimePassword.Key).ShouldBe(ApplicationFields.NotWished);

        page = await page.Form("管理者を変更する").Fill(ApplicationFields.AdministratorName.Key, "後任 三郎").Fill(ApplicationFields.OneTimePassword.Key, ApplicationFields.Wished).Press("管理者を変更する");
        page.Errors.Select(error => error.Field).ShouldBe(
            [ApplicationFields.Department.Key, ApplicationFields.AdministratorTelephone.Key, ApplicationFields.MailAddress.Key, ApplicationFields.MailAddressAgain.Key]);
        (page.Form("管理者を変更する").Value(ApplicationFields.AdministratorName.Key), page.Form("管理者を変更する").Value(ApplicationFields.OneTimePassword.Key))
            .ShouldBe(("後任 三郎", ApplicationFields.Wished));
        var stale = Successor(page);
        page = await Successor(page).Press("管理者を変更する");

        page.Text.ShouldContain("管理者を変更しました。新しいWebユーザーIDは A");
        page.Text.ShouldContain("管理者 後任 三郎");
        page.Text.ShouldMatch($"{id} 管理者 日本 花子.* 終了");
        page.Text.ShouldContain("第1回 無効");

        page = await stale.Press("管理者を変更する");
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("このWebユーザーIDの利用は終了しています。");
        page.Address.AbsolutePath.ShouldBe(address);
        client.Dispose();

        static PageForm Successor(Page page) => page.Form("管理者を変更する").Fill(ApplicationFields.Department.Key, "企画部").Fill(ApplicationFields.AdministratorTelephone.Key, "03-1111-2222")
            .Fill(ApplicationFields.MailAddress.Key, "saburo@example.jp").Fill(ApplicationFields.MailAddressAgain.Key, "saburo@example.jp");
    }

    [Fact]
    public async Task Reissue_VoidsTheLetterUnderWay_AndIsToldWhenSomebodyWasFaster()
    {
        var (client, address, id) = await OpenWithAdministratorAsync();
        var page = await (await Page.GetAsync(client, address)).Follow("登録完了通知書を再発行する");
        page.Text.ShouldContain("まだ発送していない登録完了通知書(第1回 印刷待ち)があります。");
        var stale = (await Page.GetAsync(client, $"{address}/web-users/{id}/letter")).Form("再発行する");

        page = await page.Form("再発行する").Press("再発行する");
        page.Text.ShouldContain("登録完了通知書を再発行しました。");
        page.Text.ShouldContain("第2回 印刷待ち 第1回 無効");

        page = await stale.Press("再発行する");
        page.Errors.ShouldHaveSingleItem().Text.ShouldStartWith("選択した通知書の状態が、この画面を表示した後に変わりました。");
        page.Text.ShouldNotContain("第3回");
        client.Dispose();
    }

    [Fact]
    public async Task WebUser_IsSuspendedAndResumed_AfterBeingAsked()
    {
        var (client, address, id) = await OpenWithAdministratorAsync();
        var page = await (await Page.GetAsync(client, address)).Follow("停止する");
        page.Heading.ShouldBe("Webユーザーの停止");
        var stale = (await Page.GetAsync(client, $"{address}/web-users/{id}/suspend")).Form("停止する");

        page = await page.Form("停止する").Press("停止する");
        page.Text.ShouldContain("Webユーザーを停止しました。");
        page.Text.ShouldContain("停止中");
        (await stale.Press("停止する")).Errors.ShouldHaveSingleItem().Text.ShouldStartWith("画面を表示した後に、このWebユーザーの登録内容または状態が変更されました。");
        (await Page.GetAsync(client, $"{address}/web-users/{id}/letter")).Address.AbsolutePath.ShouldBe(address);

        page = await (await page.Follow("再開する")).Form("再開する").Press("再開する");
        page.Text.ShouldContain("Webユーザーを再開しました。");
        client.Dispose();
    }

    [Theory]
    [InlineData("/backoffice/insurance-users/999999999")]
    [InlineData("/backoffice/insurance-users/999999999/correct")]
    [InlineData("/backoffice/insurance-users/999999999/administrator")]
    public async Task UnknownCode_IsMissing(string address)
    {
        using var client = await SignInAsync("clerk");
        (await Page.GetAsync(client, address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WebUser_OfAnotherInsuranceUser_IsMissing()
    {
        var (client, _, id) = await OpenWithAdministratorAsync();
        await using var beside = TestPortal.Beside(Portal);
        var other = await beside.RegisterHeadOfficeAsync();
        foreach (var verb in new[] { "suspend", "resume", "letter" })
            (await Page.GetAsync(client, $"/backoffice/insurance-users/{other.Code}/web-users/{id}/{verb}")).Status.ShouldBe(HttpStatusCode.NotFound);
        client.Dispose();
    }

    [Theory]
    [InlineData("supervisor", "/correct")]
    [InlineData("approver", "/suspend")]
    [InlineData("auditor", "/administrator")]
    [Trait("Requirement", "S42")]
    public async Task Verb_OfAClerk_IsForbiddenToOthers(string role, string verb)
    {
        await using var beside = TestPortal.Beside(Portal);
        var code = NewCode;
        await beside.ImportAsync(code);
        using var client = await SignInAsync(role);
        (await Page.GetAsync(client, $"/backoffice/insurance-users/{code}{verb}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string[][] Cells(Page page, string table) =>
        [.. page.Document.QuerySelectorAll($"[aria-label='{table}'] tbody tr").Select(row => row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray())];

    private async Task<HttpClient> SignInAsync(string role)
    {
        var client = Portal.CreateClient();
        await client.SignInStaffAsync(role);
        return client;
    }

    private async Task<(HttpClient Client, string Address)> OpenAsync()
    {
        await using var beside = TestPortal.Beside(Portal);
        var code = NewCode;
        await beside.ImportAsync(code);
        return (await SignInAsync("clerk"), $"/backoffice/insurance-users/{code}");
    }

    private async Task<(HttpClient Client, string Address, WebUserId Id)> OpenWithAdministratorAsync()
    {
        await using var beside = TestPortal.Beside(Portal);
        var user = await beside.RegisterHeadOfficeAsync();
        return (await SignInAsync("clerk"), $"/backoffice/insurance-users/{user.Code}", (await beside.AdministratorAsync(user.Id)).UserId);
    }
}
