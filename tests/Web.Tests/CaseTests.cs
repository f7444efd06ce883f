using System.Net;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.TestSupport;
using NexiPortal.Web.Texts;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Web.Tests;

/// <summary>A case through its pages: what staff see of it, and every verb by its own page.</summary>
public sealed class CaseTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Receipt = "申込書の到着を登録する";
    private const string Correction = "補正を依頼する";
    private const string Reopen = "手続き再開用URLを送る";
    private const string RequestApproval = "承認を依頼する";
    private const string SendBack = "差し戻す";
    private const string Approve = "承認する";
    private const string Decline = "登録不可とする";
    private const string Dispatch = "発送を登録する";
    private const string Return = "返戻を登録する";
    private const string Revive = "期限切れを復活する";

    private static readonly string TooLong = new('あ', 501);

    private WebProcess Portal => one.Portal;

    public static TheoryData<ApplicationState, string, string[]> Offers => new()
    {
        { AwaitingPaper, "clerk", [Receipt, Reopen] },
        { AwaitingPaper, "approver", [] },
        { InReview, "clerk", [RequestApproval, Correction, Reopen] },
        { InReview, "approver", [Decline] },
        { AwaitingCorrection, "clerk", [Receipt, Reopen] },
        { Reopened, "clerk", [Reopen] },
        { AwaitingApproval, "clerk", [] },
        { AwaitingApproval, "approver", [Approve, SendBack, Decline] },
        { AwaitingApproval, "auditor", [] },
        { AwaitingApproval, "supervisor", [] },
        { Approved, "clerk", [Dispatch] },
        { Completed, "clerk", [Return] },
        { Declined, "clerk", [] },
        { Withdrawn, "approver", [] },
        { Expired, "clerk", [Revive] },
    };

    [Theory, MemberData(nameof(Offers))]
    [Trait("Requirement", "S42")]
    public async Task Case_OffersWhatThisPersonMayDoNow_AndNothingElse(ApplicationState state, string staff, string[] offered)
    {
        var (_, client, page) = await OpenAsync(state, staff);
        using (client)
        {
            page.Text.ShouldContain(States.Of(state));
            Buttons(page).ShouldBe(offered);
            if (staff is "auditor" or "supervisor") page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Case_ShowsTheEntryTheHistoryAndTheMails()
    {
        var (number, client, page) = await OpenAsync(AwaitingCorrection, "clerk", ApplicationType.Branch);
        using (client)
        {
            page.Heading.ShouldBe($"{number}株式会社髙﨑𠮷商事 大阪支店");
            page.Text.ShouldContain("停止中(残り5営業日)");
            page.Text.ShouldContain("支店・部門・事業所名 漢字 大阪支店 カナ オオサカシテン");
            page.Text.ShouldContain("補正の依頼 代表者印が押されていません 印鑑証明書の発行から3か月を過ぎています 登記の商号と異なります");
            page.Text.ShouldContain("受付 太郎(clerk) → 補正待ち");
            page.Text.ShouldContain("お客様 → 書類待ち");
            page.Text.ShouldContain("【NEXI】書類の訂正・追加のお願い");
        }
    }

    [Fact]
    public async Task Case_ComparesWithWhatIsRegistered_AndNamesWhoIsAlike()
    {
        await using var portal = TestPortal.Beside(Portal);
        await portal.ImportAsync("987654321", details: ApprovalSteps.OldDetails with { CompanyName = "株式会社髙﨑𠮷商事", CompanyNameKana = "カブシキガイシャタカサキヨシショウジ" });
        await portal.ImportAsync("987654322", details: ApprovalSteps.OldDetails with { CompanyName = "別の会社", Telephone = "03-1234-5678" });
        var (other, _, _) = await portal.FileAsync("alike@sample.com", ApplicationType.WebUser);
        var (_, client, page) = await OpenAsync(AwaitingPaper, "auditor", ApplicationType.WebUser);
        using (client)
        {
            page.Text.ShouldContain("登録内容と異なる項目が5件あります。");
            page.Text.ShouldContain("所在地相違 東京都千代田区千代田一丁目１番１号 大阪府大阪市中央区城見１－１－１");
            page.Text.ShouldContain("登録済み987654322 別の会社 一致：電話番号");
            page.Text.ShouldContain($"申込み{other} 株式会社髙﨑𠮷商事 Webユーザー登録・書類待ち 一致：保険利用者コード・保険利用者名(漢字)・保険利用者名(カナ)・電話番号・所在地");
        }
    }

    [Theory]
    [InlineData(ApplicationType.Branch, true)]
    [InlineData(ApplicationType.HeadOffice, false)]
    public async Task Case_ThatCannotBeApproved_SaysSoFromTheBeginning(ApplicationType type, bool isRefused)
    {
        var (_, client, page) = await OpenAsync(AwaitingPaper, "clerk", type, (ApplicationFields.HeadOfficeCode, "111111111"));
        using (client) page.Text.Contains("このままでは承認できません 本店の保険利用者コードは登録されていません。", StringComparison.Ordinal).ShouldBe(isRefused);
    }

    [Theory]
    [InlineData("/backoffice/cases/2607-00001-0")]
    [InlineData("/backoffice/cases/nonsense")]
    [InlineData("/backoffice/cases/nonsense/receipt")]
    [InlineData("/backoffice/cases/nonsense/application-form.pdf")]
    public async Task Case_ThatNobodyKnows_IsMissing(string address)
    {
        using var client = Portal.CreateClient();
        await client.SignInStaffAsync("clerk");
        (await Page.GetAsync(client, address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Form_IsShownAsPdf_AndEveryLookIsInTheAuditTrail()
    {
        var (number, client, _) = await OpenAsync(Declined, "auditor");
        using (client)
        using (var form = await client.GetAsync(new Uri($"/backoffice/cases/{number}/application-form.pdf", UriKind.Relative)))
        {
            form.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            form.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
            form.Headers.CacheControl!.NoStore.ShouldBeTrue();
            new Pdf(await form.Content.ReadAsByteArrayAsync()).Letters.ShouldContain(number.Value);
        }
        (await LooksAsync("CaseViewed", "staff:auditor", number)).ShouldBe(1);
        (await LooksAsync("ApplicationFormViewed", "staff:auditor", number)).ShouldBe(1);
    }

    [Fact]
    public async Task Receipt_RefusedAtItsFields_KeepsTheEntry_AndIsThenRegistered()
    {
        var (_, client, page) = await OpenAsync(AwaitingPaper, "clerk");
        using var _ = client;
        page = await page.Follow(Receipt);
        var today = page.Form(Receipt).Value("到着日");
        today.ShouldBe($"{JapanTime.DateAt(DateTimeOffset.UtcNow):yyyy-MM-dd}");
        var tomorrow = $"{DateOnly.Parse(today).AddDays(1):yyyy-MM-dd}";

        page = await page.Form(Receipt).Fill("到着日", tomorrow).Fill("申込書の版", "").Check("履歴事項全部証明書").Press(Receipt);
        page.Redirects.Count.ShouldBe(1); // Post/Redirect/Get also when there are errors.
        page.Title.ShouldStartWith("エラー：");
        page.Errors.ShouldBe([new("申込書に印字された版を、数字で入力してください。", "Revision")]);
        page = await page.Form(Receipt).Fill("申込書の版", "第１版").Press(Receipt);
        page.Errors.ShouldBe([new("申込書に印字された版を、数字で入力してください。", "Revision")]);
        page = await page.Form(Receipt).Fill("申込書の版", "１").Press(Receipt);
        page.Errors.ShouldBe([new("日付には、本日以前の日付を入力してください。", "ArrivedOn")]);
        (page.Form(Receipt).Value("到着日"), page.Form(Receipt).Value("申込書の版")).ShouldBe((tomorrow, "１"));
        page = await page.Form(Receipt).Fill("到着日", today).Press(Receipt);

        page.Text.ShouldContain("申込書の到着を登録しました。");
        page.Text.ShouldContain("手続中");
        page.Text.ShouldContain($"到着日：{JapanTime.LongDate(DateOnly.Parse(today))} 履歴事項全部証明書");
        page.Text.ShouldContain("【NEXI】保険利用者・Webユーザー登録の手続きを開始しました");
    }

    [Fact]
    public async Task FurtherPapers_AreRegistered_WithTheRevisionFilledIn()
    {
        var (_, client, page) = await OpenAsync(AwaitingCorrection, "clerk");
        using var _ = client;
        page = await page.Follow(Receipt);
        page.Form(Receipt).Value("申込書の版").ShouldBe("1");
        page = await page.Form(Receipt).Check("印鑑証明書").Press(Receipt);
        (page.Text.Contains("申込書の到着を登録しました。", StringComparison.Ordinal), page.Text.Contains("残り5営業日", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Correction_IsAskedFor_WithEveryReasonAndWhatElseIsToBeKnown()
    {
        var (_, client, page) = await OpenAsync(InReview, "clerk");
        using var _ = client;
        page = await page.Follow(Correction);
        page = await page.Form(Correction).Press(Correction);
        page.Errors.ShouldBe([new("理由を選択または入力してください。", "Reasons")]);
        page = await page.Form(Correction).Check("代表者印が不鮮明です").Fill("連絡事項", TooLong).Press(Correction);
        page.Errors.ShouldBe([new("500文字以内で入力してください(現在501文字です)。", "Note")]);
        page.Form(Correction).Value("連絡事項").ShouldBe(TooLong);
        page = await page.Form(Correction).Fill("連絡事項", "印影の右下が欠けています。").Press(Correction);
        page.Text.ShouldContain("補正を依頼しました。");
        page.Text.ShouldContain("補正の依頼 代表者印が不鮮明です 印影の右下が欠けています。");
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(6000)]
    public async Task TextFarTooLong_IsKeptAllTheSame_ThoughItFitsNoCookie(int length)
    {
        var (_, client, page) = await OpenAsync(InReview, "clerk");
        using var _ = client;
        var novel = new string('あ', length);
        page = await page.Follow(Correction);
        page = await page.Form(Correction).Check("代表者印が不鮮明です").Fill("連絡事項", novel).Press(Correction);
        page.Errors.ShouldBe([new($"500文字以内で入力してください(現在{length}文字です)。", "Note")]);
        page.Form(Correction).Value("連絡事項").ShouldBe(novel);
        (await page.Form(Correction).Fill("連絡事項", "短く").Press(Correction)).Text.ShouldContain("補正を依頼しました。");
    }

    [Fact]
    public async Task Reopening_SendsTheLink_AndAgainAnotherOne()
    {
        var (_, client, page) = await OpenAsync(InReview, "clerk");
        using var _ = client;
        page = await page.Follow(Reopen);
        page.Text.ShouldContain("第2版となり、第1版の申込書は無効になります。");
        page = await page.Form(Reopen).Fill("訂正していただく内容", "a\tb").Press(Reopen);
        page.Errors.ShouldBe([new("使用できない制御文字(U+0009)が含まれています。入力し直してください。", "Note")]);
        page = await page.Form(Reopen).Fill("訂正していただく内容", "代表者の氏名").Press(Reopen);
        page.Text.ShouldContain("手続き再開用URLを送りました。");
        page = await page.Follow(Reopen);
        page.Text.ShouldContain("前回お送りした手続き再開用URLは使えなくなります。");
        page = await page.Form(Reopen).Press(Reopen);
        page.Document.QuerySelectorAll("#mails tbody tr").Count(row => row.TextContent.Contains("手続き再開用URLのお知らせ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Approval_IsAskedFor_OnlyWithEveryPointChecked()
    {
        var (_, client, page) = await OpenAsync(InReview, "clerk");
        using var _ = client;
        page = await page.Follow(RequestApproval);
        page = await page.Form(RequestApproval).Check("代表者印が印鑑証明書の印影").Fill("承認する職員への連絡事項", "電話で確認しました。").Press(RequestApproval);
        page.Errors.ShouldBe([new("確認項目のすべてにチェックしてください。", "Checks")]);
        page.Form(RequestApproval).Value("承認する職員への連絡事項").ShouldBe("電話で確認しました。");
        page.Document.QuerySelectorAll("input[name=Checks][checked]").Length.ShouldBe(1);
        page = await CheckAll(page).Press(RequestApproval);
        page.Text.ShouldContain("承認を依頼しました。");
        page.Text.ShouldContain("承認を依頼した職員受付 太郎(clerk)");
    }

    [Fact]
    public async Task DifferencesFromTheRegister_HaveToBeExplained()
    {
        await using var portal = TestPortal.Beside(Portal);
        await portal.ImportAsync("123456789");
        var (_, client, page) = await OpenAsync(InReview, "clerk", ApplicationType.Branch);
        using var _ = client;
        page = await page.Follow(RequestApproval);
        page.Text.ShouldContain("登録内容と異なる項目が");
        page = await CheckAll(page).Press(RequestApproval);
        page.Errors.ShouldBe([new("登録内容と異なる点について、理由を入力してください。", "Explanation")]);
        page = await page.Form(RequestApproval).Fill("登録内容と異なる理由", "商号変更の届出を確認しました。").Press(RequestApproval);
        page.Text.ShouldContain("承認の依頼 商号変更の届出を確認しました。");
    }

    [Fact]
    [Trait("Requirement", "S43")]
    public async Task WhoAskedForApproval_CannotGiveIt_ButAnotherPersonCan()
    {
        await using var portal = TestPortal.Beside(Portal);
        await portal.EmployAsync("both", StaffRoles.Clerk | StaffRoles.Approver);
        var (number, _, _) = await portal.FileAsync("both@sample.com");
        await portal.BringToAsync(number, InReview);
        using var both = Portal.CreateClient();
        await both.SignInStaffAsync("both", StaffSteps.Password);
        var page = await Page.GetAsync(both, $"/backoffice/cases/{number}/approval-request");
        page = await CheckAll(page).Press(RequestApproval);

        Buttons(page).ShouldBe([SendBack, Decline]);
        const string sentence = "承認を依頼した職員は、承認することができません。別の職員が承認してください。";
        page.Text.ShouldContain(sentence);
        (await Page.GetAsync(both, $"/backoffice/cases/{number}/approval")).ShouldSatisfyAllConditions(
            led => led.Address.AbsolutePath.ShouldBe($"/backoffice/cases/{number}"), led => led.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain(sentence));
        // Neither by a form that another page of theirs carries.
        var forged = (await Page.GetAsync(both, $"/backoffice/cases/{number}/decline")).Form(Decline);
        forged.SendTo($"/backoffice/cases/{number}/approval");
        (await forged.Press(Decline)).Text.ShouldContain(sentence);

        using var other = Portal.CreateClient();
        await other.SignInStaffAsync("approver");
        page = await (await Page.GetAsync(other, $"/backoffice/cases/{number}")).Follow(Approve);
        page.Text.ShouldContain("確認済みの項目申込書の記載が申込情報と一致し、手書きの訂正がない");
        page.Text.ShouldContain("東京都千代田区千代田一丁目１番１号");
        page = await page.Form(Approve).Press(Approve);
        page.Text.ShouldContain("承認しました。");
        page.Text.ShouldContain("発送待ち");
    }

    [Fact]
    public async Task Approval_ThatTheRegisterRefuses_SaysWhy()
    {
        var (_, client, page) = await OpenAsync(AwaitingApproval, "approver", ApplicationType.Branch, (ApplicationFields.HeadOfficeCode, "111111111"));
        using var _ = client;
        page = await page.Follow(Approve);
        page.Text.ShouldContain("このままでは承認できません");
        page = await page.Form(Approve).Press(Approve);
        page.Errors.ShouldBe([new("本店の保険利用者コードは登録されていません。", "main")]);
    }

    [Theory]
    [InlineData(SendBack, "差戻しの理由", "Comment", "差し戻しました。", "手続中")]
    [InlineData(Decline, "登録不可の理由", "Reason", "登録不可としました。", "登録不可")]
    public async Task ApproversOtherVerbs_NeedAReason(string verb, string label, string field, string done, string state)
    {
        var (_, client, page) = await OpenAsync(AwaitingApproval, "approver");
        using var _ = client;
        page = await page.Follow(verb);
        page = await page.Form(verb).Press(verb);
        page.Errors.ShouldBe([new("理由を選択または入力してください。", field)]);
        page = await page.Form(verb).Fill(label, TooLong).Press(verb);
        page.Errors.ShouldBe([new("500文字以内で入力してください(現在501文字です)。", field)]);
        page.Form(verb).Value(label).ShouldBe(TooLong);
        page = await page.Form(verb).Fill(label, "登記と異なります。").Press(verb);
        page.Text.ShouldContain(done);
        page.Text.ShouldContain($"状態{state}");
        page.Text.ShouldContain("登記と異なります。");
    }

    [Fact]
    public async Task Dispatch_AfterTheLetterIsPrinted_AndItsReturn()
    {
        var (number, client, page) = await OpenAsync(Approved, "clerk");
        using var _ = client;
        page = await page.Follow(Dispatch);
        page = await page.Form(Dispatch).Fill("お問い合わせ番号", "12345").Press(Dispatch);
        page.Errors.ShouldBe([new("お問い合わせ番号は、11桁または12桁の数字で、123-45-67890-1のように入力してください。", "TrackingNumber")]);
        page.Form(Dispatch).Value("お問い合わせ番号").ShouldBe("12345");
        page = await page.Form(Dispatch).Fill("お問い合わせ番号", "123-45-67890-1").Press(Dispatch);
        page.Errors.ShouldBe([new("登録完了通知書の印刷が確認されていません。印刷の結果を確認してから操作してください。", "main")]);
        await using (var portal = TestPortal.Beside(Portal)) await portal.PrintNoticeAsync(number);
        page = await page.Form(Dispatch).Fill("発送日", "").Press(Dispatch);
        page.Errors.ShouldBe([new("日付を入力してください。", "SentOn")]);
        page = await page.Form(Dispatch).Fill("発送日", $"{JapanTime.DateAt(DateTimeOffset.UtcNow):yyyy-MM-dd}").Press(Dispatch);
        page.Text.ShouldContain("発送を登録しました。");
        page.Text.ShouldContain("お問い合わせ番号：123-45-67890-1");

        page = await page.Follow(Return);
        page = await page.Form(Return).Fill("返送の理由", TooLong).Press(Return);
        page.Errors.ShouldBe([new("500文字以内で入力してください(現在501文字です)。", "Note")]);
        page = await page.Form(Return).Fill("返送の理由", "あて所に尋ねあたりません").Press(Return);
        page.Text.ShouldContain("返戻を登録しました。");
        page.Text.ShouldContain("登録完了通知書の返戻 あて所に尋ねあたりません");
        page.Text.ShouldContain("状態発送待ち");
    }

    [Fact]
    public async Task Expired_IsRevived_WithAReason()
    {
        var (_, client, page) = await OpenAsync(Expired, "clerk");
        using var _ = client;
        page = await page.Follow(Revive);
        page = await page.Form(Revive).Press(Revive);
        page.Errors.ShouldBe([new("理由を選択または入力してください。", "Reason")]);
        page = await page.Form(Revive).Fill("復活の理由", "消印が期限内のため").Press(Revive);
        page.Text.ShouldContain("期限切れを復活しました。");
        page.Text.ShouldContain("状態手続中");
    }

    [Fact]
    public async Task StalePage_OfWhatCanStillBeDone_AsksToLookAgain_WithTheEntryKept()
    {
        var (number, client, page) = await OpenAsync(AwaitingApproval, "approver");
        using var _ = client;
        var form = (await page.Follow(Decline)).Form(Decline).Fill("登録不可の理由", "登記が確認できないため");
        await using (var portal = TestPortal.Beside(Portal)) await portal.DoAsync(number, Verb.SendBack);

        page = await form.Press(Decline);

        page.Errors.ShouldBe([new("画面を表示した後に、この申込みが更新されました(現在の状態は「手続中」です)。内容をご確認のうえ、必要な場合は、もう一度操作してください。", "main")]);
        page.Form(Decline).Value("登録不可の理由").ShouldBe("登記が確認できないため");
        (await page.Form(Decline).Press(Decline)).Text.ShouldContain("登録不可としました。");
    }

    [Fact]
    [Trait("Requirement", "S44")]
    public async Task StalePage_OfWhatCannotBeDoneAnyMore_LeadsToTheCase_WhichSaysSo()
    {
        var (number, client, page) = await OpenAsync(AwaitingApproval, "approver");
        using var _ = client;
        var form = (await page.Follow(Approve)).Form(Approve);
        await using (var portal = TestPortal.Beside(Portal)) await portal.DoAsync(number, Verb.SendBack);

        page = await form.Press(Approve);

        page.Address.AbsolutePath.ShouldBe($"/backoffice/cases/{number}");
        page.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("画面を表示した後に、この申込みが更新されました(現在の状態は「手続中」です)。");
        page.Text.ShouldContain("状態手続中");
        (await Page.GetAsync(client, $"/backoffice/cases/{number}/approval")).Document.QuerySelector("[role=alert]")!.TextContent
            .ShouldContain("現在の状態(「手続中」)では、この操作はできません。");
    }

    [Fact]
    [Trait("Requirement", "S33")]
    public async Task VerbWithAStaleToken_ComesBackWithWhatWasEntered()
    {
        var (_, client, page) = await OpenAsync(InReview, "clerk");
        using var _ = client;
        page = await page.Follow(Correction);
        page = await page.Form(Correction).Check("代表者印が不鮮明です").Fill("連絡事項", "右下が欠けています。").Fill("__RequestVerificationToken", "x").Press(Correction);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Form(Correction).Value("連絡事項").ShouldBe("右下が欠けています。");
        (await page.Form(Correction).Press(Correction)).Text.ShouldContain("補正の依頼 代表者印が不鮮明です 右下が欠けています。");
    }

    [Fact]
    [Trait("Requirement", "S52")]
    public async Task Note_IsAdded_OrComesBackWithWhatIsWrong()
    {
        var (number, client, page) = await OpenAsync(Completed, "approver");
        using var _ = client;
        page = await page.Form("メモを追加する").Press("メモを追加する");
        (page.Address.AbsolutePath, page.Errors.ShouldHaveSingleItem()).ShouldBe(($"/backoffice/cases/{number}/note", new("メモを入力してください。", "Text")));
        page = await page.Form("メモを追加する").Fill("メモ", TooLong).Press("メモを追加する");
        page.Form("メモを追加する").Value("メモ").ShouldBe(TooLong);
        page = await page.Form("メモを追加する").Fill("メモ", "<b>𠮷田様</b>に確認済み").Press("メモを追加する");
        page.Text.ShouldContain("メモを追加しました。");
        page.Text.ShouldContain("<b>𠮷田様</b>に確認済み");
        page.Text.ShouldContain("承認 一郎(approver)");
    }

    [Fact]
    public async Task Mail_IsSentAgain_Once()
    {
        var (number, client, page) = await OpenAsync(InReview, "clerk");
        using var _ = client;
        const string subject = "【NEXI】保険利用者・Webユーザー登録の手続きを開始しました";
        await using (var portal = TestPortal.Beside(Portal)) await portal.DeliverAsync();
        page = await Page.GetAsync(client, $"/backoffice/cases/{number}");
        var form = page.Form("再送する", inRowWith: subject);

        page = await form.Press("再送する");
        page.Text.ShouldContain("メールを再送します。");
        page.Document.QuerySelectorAll("#mails tbody tr").Count(row => row.TextContent.Contains(subject, StringComparison.Ordinal)).ShouldBe(2);
        page = await form.Press("再送する");
        page.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("このメールはすでに再送されています。");
    }

    private async Task<(ApplicationNumber Number, HttpClient Client, Page Page)> OpenAsync(
        ApplicationState state, string staff, ApplicationType type = ApplicationType.HeadOffice, params (ApplicationField Field, string Value)[] but)
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync($"{Guid.NewGuid():N}@sample.com", type, but);
        await portal.BringToAsync(number, state);
        var client = Portal.CreateClient();
        await client.SignInStaffAsync(staff);
        return (number, client, await Page.GetAsync(client, $"/backoffice/cases/{number}"));
    }

    private async Task<int> LooksAsync(string action, string actor, ApplicationNumber number)
    {
        await using var portal = TestPortal.Beside(Portal);
        var id = await portal.AskAsync<IRegistrationDb, Guid>(db => db.Applications.Where(a => a.Number == number).Select(a => a.Id).SingleAsync());
        return await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync(e => e.Action == action && e.Actor == actor && e.SubjectId == id));
    }

    private static PageForm CheckAll(Page page)
    {
        var form = page.Form(RequestApproval);
        foreach (var check in ReviewChecks.For(page.Text.Contains("申込種類保険利用者登録(本店)", StringComparison.Ordinal) ? ApplicationType.HeadOffice : ApplicationType.Branch)) form.Check(check.Label);
        return form;
    }

    private static IEnumerable<string> Buttons(Page page) => page.Document.QuerySelectorAll(".steps-of-case a").Select(button => button.TextContent);
}
