using System.Net;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>通知書 by plain HTTP, as a browser without scripts sends it.</summary>
public sealed class LetterPageTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Letters = "/backoffice/letters";

    [Fact]
    [Trait("Requirement", "S18")]
    [Trait("Requirement", "S36")]
    public async Task Printing_IsAnsweredByTheLetters_WhichNobodyKeeps()
    {
        await using var beside = TestPortal.Beside(one.Portal);
        var administrators = await beside.RegisterAdministratorsAsync(2);
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, Letters);

        using var answer = await client.PostLettersAsync(page, "Print", await ShownAsync(beside, administrators));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldNotBeNull().ShouldMatch(@"\A登録完了通知書_\d{8}-\d{4}\.pdf\z");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        var letters = NoticeSteps.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        letters.Count.ShouldBe(2);
        foreach (var administrator in administrators)
            (await beside.OpensAsync(letters.Single(letter => letter.Text.Contains($"{administrator.UserId}-1-1")).Password, administrator)).ShouldBeTrue();

        // Its address, opened by itself, shows the letters again.
        page = await Page.GetAsync(client, $"{Letters}?handler=Print");
        RowOf(page, administrators[0]).ShouldStartWith($"{administrators[0].UserId} 第1貿易株式会社 {administrators[0].UserId}-1-1 ");
        RowOf(page, administrators[0]).ShouldEndWith(" clerk 1回");
        letters.ShouldAllBe(letter => !page.Document.DocumentElement.OuterHtml.Contains(letter.Password));
    }

    [Fact]
    [Trait("Requirement", "S19")]
    public async Task ButtonPressedTwice_PrintsOnce_AndThePageSaysWhichPrintCounts()
    {
        await using var beside = TestPortal.Beside(one.Portal);
        var administrators = await beside.RegisterAdministratorsAsync(2);
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, Letters);
        var shown = await ShownAsync(beside, administrators);
        using var first = await client.PostLettersAsync(page, "Print", shown[0]);
        var letter = NoticeSteps.Read(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[0];

        using var second = await client.PostLettersAsync(page, "Print", shown);

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await Page.GetAsync(client, Letters);
        page.Title.ShouldStartWith("エラー：");
        var error = page.Errors.ShouldHaveSingleItem();
        error.Field.ShouldBe("ToPrint");
        error.Text.ShouldStartWith($"WebユーザーID {administrators[0].UserId} の通知書は、この画面を表示した後に印刷されています(");
        error.Text.ShouldEndWith("、職員ID：clerk)。有効なのは、その印刷だけです。その通知書が手元にない場合は、「印刷確認待ち」から印刷し直してください。");
        (await beside.OpensAsync(letter.Password, administrators[0])).ShouldBeTrue();
        // What could have been printed is still chosen.
        page.Document.QuerySelectorAll("input[name=Chosen][checked]").Select(box => box.GetAttribute("value")).ShouldBe([shown[1]]);
    }

    [Fact]
    public async Task Letters_AreConfirmed_OrPrintedAnew_WithoutAScript()
    {
        await using var beside = TestPortal.Beside(one.Portal);
        var administrators = await beside.RegisterAdministratorsAsync(2);
        using var client = await ClerkAsync();
        (await client.PostLettersAsync(await Page.GetAsync(client, Letters), "Print", await ShownAsync(beside, administrators))).Dispose();
        var page = await Page.GetAsync(client, Letters);
        page.Form("印刷し直す").ButtonTexts.ShouldBe(["正しく印刷できた", "印刷し直す"]);

        page = await page.Form("正しく印刷できた").Press("正しく印刷できた");
        var nothing = page.Errors.ShouldHaveSingleItem();
        (nothing.Text, nothing.Field).ShouldBe(("通知書を選択してください。", "Printed"));
        using var again = await client.PostLettersAsync(page, "Reprint", await ShownAsync(beside, administrators.Take(1)));
        NoticeSteps.Read(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[0].Text.ShouldContain($"発行番号　{administrators[0].UserId}-1-2");
        page = await (await Page.GetAsync(client, Letters)).Form("正しく印刷できた").Check(administrators[0].UserId.Value).Check(administrators[1].UserId.Value).Press("正しく印刷できた");

        page.Text.ShouldContain("2通の通知書を、発送待ちにしました。");
        RowOf(page, administrators[0]).ShouldEndWith("発送を登録する");
    }

    [Fact]
    public async Task TooManyLetters_AreRefusedInWords()
    {
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, Letters);

        (await client.PostLettersAsync(page, "Print", [.. Enumerable.Range(1, 51).Select(i => $"{WebUserId.Of(WebUserRole.Administrator, i)}-1-0")])).Dispose();

        (await Page.GetAsync(client, Letters)).Errors.ShouldHaveSingleItem().Text.ShouldBe("一度に印刷できる通知書は50通までです(現在51通を選択しています)。何回かに分けて印刷してください。");
    }

    [Fact]
    public async Task Dispatch_OfALetterWithoutACase_KeepsWhatWasEntered_AndEndsInTheList()
    {
        await using var beside = TestPortal.Beside(one.Portal);
        var administrators = await beside.RegisterAdministratorsAsync(1);
        await PrintAndConfirmAsync(beside, administrators[0]);
        var number = await beside.NoticeNumberAsync(administrators[0]);
        using var client = await ClerkAsync();
        var page = await Page.GetAsync(client, Letters);
        page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain($"/backoffice/letters/dispatch?number={number}");

        page = await Page.GetAsync(client, $"/backoffice/letters/dispatch?number={number}");
        page.Form("発送を登録する").Value("発送日").ShouldBe($"{JapanTime.DateAt(DateTimeOffset.UtcNow):yyyy-MM-dd}");
        page = await page.Form("発送を登録する").Fill("発送日", "2020-01-01").Fill("お問い合わせ番号", "１２３").Press("発送を登録する");
        page.Errors.Select(error => (error.Field, error.Text)).ShouldBe([("TrackingNumber", "お問い合わせ番号は、11桁または12桁の数字で、123-45-67890-1のように入力してください。")]);
        (page.Form("発送を登録する").Value("発送日"), page.Form("発送を登録する").Value("お問い合わせ番号")).ShouldBe(("2020-01-01", "１２３"));
        page = await page.Form("発送を登録する").Fill("お問い合わせ番号", "123-45-67890-1").Press("発送を登録する");
        page.Errors.ShouldHaveSingleItem().Text.ShouldStartWith("発送日には、通知書を印刷した日(");
        page = await page.Form("発送を登録する").Fill("発送日", "").Press("発送を登録する");
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("発送日を入力してください。");
        page = await page.Form("発送を登録する").Fill("発送日", $"{JapanTime.DateAt(DateTimeOffset.UtcNow):yyyy-MM-dd}").Press("発送を登録する");

        page.Address.AbsolutePath.ShouldBe(Letters);
        page.Text.ShouldContain($"発行番号 {number} の通知書の発送を登録しました。");
        RowOf(page, administrators[0]).ShouldEndWith("123-45-67890-1");
        page = await Page.GetAsync(client, $"/backoffice/letters/dispatch?number={number}");
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("選択した通知書の状態が、この画面を表示した後に変わりました。現在の状態をご確認のうえ、もう一度操作してください。");
    }

    [Fact]
    public async Task LetterOfACase_LeadsToTheDispatchOfTheCase()
    {
        await using var beside = TestPortal.Beside(one.Portal);
        var number = await beside.CaseInAsync(ApplicationState.Approved, address: "case@example.jp");
        await beside.PrintNoticeAsync(number);
        using var client = await ClerkAsync();

        var page = await Page.GetAsync(client, Letters);

        page.Document.QuerySelectorAll("#ToDispatch a").Select(link => link.GetAttribute("href")).ShouldContain($"/backoffice/cases/{number}/dispatch");
        var letter = page.Document.QuerySelectorAll("#ToDispatch tr").Single(row => row.TextContent.Contains(number.Value)).QuerySelectorAll("td")[0].TextContent;
        (await Page.GetAsync(client, $"/backoffice/letters/dispatch?number={letter}")).Errors.ShouldHaveSingleItem().Text
            .ShouldBe("この通知書の発送は、申込みの画面で登録してください。登録すると、発送をお知らせするメールが送信されます。");
    }

    [Fact]
    public async Task RegisteredMailList_IsADocument_OfWhichTheAuditTrailTells()
    {
        await using var beside = TestPortal.Beside(one.Portal);
        var administrators = await beside.RegisterAdministratorsAsync(1);
        await PrintAndConfirmAsync(beside, administrators[0]);
        var letter = (await beside.NoticesAsync(administrators[0]))[0];
        using var client = await ClerkAsync();

        using var answer = await client.GetAsync(new Uri("/backoffice/letters/registered-mail-list.pdf", UriKind.Relative), TestContext.Current.CancellationToken);

        (answer.Content.Headers.ContentType!.MediaType, $"{answer.Headers.CacheControl}").ShouldBe(("application/pdf", "no-store"));
        new Pdf(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Letters.ShouldContain("登録完了通知書");
        (await beside.AskAsync<IAuditDb, string>(db => db.AuditEntries.Where(e => e.SubjectId == letter.Id && e.Action == Looks.RegisteredMailList).Select(e => e.Actor).SingleAsync())).ShouldBe("staff:clerk");
    }

    [Fact]
    public async Task CalibrationSheet_IsADocument()
    {
        using var client = await ClerkAsync();
        using var answer = await client.GetAsync(new Uri("/backoffice/letters/calibration.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        new Pdf(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Letters.ShouldContain("位置合わせシート");
    }

    private async Task<HttpClient> ClerkAsync()
    {
        var client = one.Portal.CreateClient();
        await client.SignInStaffAsync("clerk");
        return client;
    }

    private static async Task<string[]> ShownAsync(TestPortal beside, IEnumerable<WebUser> administrators)
    {
        List<string> shown = [];
        foreach (var administrator in administrators) shown.Add($"{await beside.NoticeNumberAsync(administrator)}");
        return [.. shown];
    }

    private static async Task PrintAndConfirmAsync(TestPortal beside, WebUser administrator)
    {
        var shown = await beside.NoticeNumberAsync(administrator);
        await beside.PrintAsync(shown);
        (await beside.ConfirmPrintedAsync(shown.Next)).Value.ShouldBe(1);
    }

    private static string RowOf(Page page, WebUser administrator) =>
        string.Join(' ', page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(administrator.UserId.Value)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
