using System.Diagnostics;
using System.Net;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>⑧b and ⑬ through their pages: asking where an application stands, seeing it in every state, taking it back.</summary>
public sealed class StatusTests(OnePortal one) : IClassFixture<OnePortal>
{
    private WebProcess Portal => one.Portal;

    public static TheoryData<ApplicationState> States => [.. Enum.GetValues<ApplicationState>()];

    [Fact]
    [Trait("Requirement", "S14")]
    public async Task Answer_IsTheSame_WhetherOrNotThereIsSuchAnApplication()
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync("same@sample.com");

        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var (typed, address) in new[] { (number.Value, "same@sample.com"), (number.Value, "other@sample.com"), ("2607-00123-9", "same@sample.com") })
        {
            using var client = Portal.CreateClient();
            var watch = Stopwatch.StartNew();
            var page = await AskAsync(client, typed, address);
            watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(90)); // Whatever there was to do.
            answers.Add((page.Status, page.Address.PathAndQuery, page.Document.DocumentElement.OuterHtml));
        }

        answers.Distinct().ShouldHaveSingleItem().Item2.ShouldBe("/registration/status/sent");
    }

    [Fact]
    [Trait("Requirement", "S52")]
    public async Task Request_WhenWrong_IsAskedForAgainWithWhatWasTyped()
    {
        using var client = Portal.CreateClient();

        var page = await AskAsync(client, "\"><script>alert(1)</script>", "taro@@sample.com");

        page.Redirects.Count.ShouldBe(1); // Post/Redirect/Get also when there are errors.
        page.Title.ShouldStartWith("エラー：");
        page.Errors.ShouldBe(
        [
            new("受付番号は、2607-00123-9のように、メールや申込書に記載されたとおりに入力してください。", "Number"),
            new("メールアドレスは、nippon-taro@sample.comのような形式で、1件だけ入力してください。", "MailAddress"),
        ]);
        page.Form("送信する").Value("受付番号").ShouldBe("\"><script>alert(1)</script>");
        page.Form("送信する").Value("メールアドレス").ShouldBe("taro@@sample.com");
    }

    [Fact]
    [Trait("Requirement", "S07")]
    [Trait("Requirement", "S08")]
    public async Task Link_LookedAt_ChangesNothing_AndPressed_ShowsTheApplicationAndNoStepBefore()
    {
        await using var portal = TestPortal.Beside(Portal);
        var (number, _, _) = await portal.FileAsync("link@sample.com");
        var path = await portal.StatusPathAsync(number);
        using var client = Portal.CreateClient();
        for (var i = 0; i < 10; i++)
        {
            using var head = await client.SendAsync(new(HttpMethod.Head, path));
            head.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Page.GetAsync(client, path)).Form("申込状況を表示する").ButtonTexts.ShouldBe(["申込状況を表示する"]);
        }
        (await Page.GetAsync(client, "/registration/form")).Heading.ShouldNotContain("ステップ5");

        var shown = await (await Page.GetAsync(client, path)).Form("申込状況を表示する").Press("申込状況を表示する");

        (shown.Address.PathAndQuery, shown.Text.Contains(number.Value, StringComparison.Ordinal)).ShouldBe(("/registration/form", true));
        foreach (var step in new[] { "type", "details", "confirm", "terms" })
            (await Page.GetAsync(client, $"/registration/{step}")).Text.ShouldContain("申込情報はすでに送信されています。前のステップに戻ることはできません。");
        (await Portal.OutputAsync()).ShouldNotContain(path[3..]); // S51
    }

    [Theory]
    [InlineData(31, HttpStatusCode.Gone, "このURLは有効期限が過ぎています")]
    [InlineData(null, HttpStatusCode.NotFound, "このURLは確認できません")]
    public async Task Link_ThatCannotBeUsed_SaysWhy_AndLeadsToANewOne(int? minutesAgo, HttpStatusCode status, string heading)
    {
        await using var portal = TestPortal.Beside(Portal);
        using var client = Portal.CreateClient();

        var page = await Page.GetAsync(client, minutesAgo is { } minutes ? await portal.StatusPathAsync((await portal.FileAsync("late@sample.com")).Number, minutes) : "/s/unknown");

        page.Status.ShouldBe(status);
        page.Heading.ShouldEndWith(heading);
        (await page.Follow("申込状況の確認")).Heading.ShouldEndWith("申込状況の確認");
    }

    [Theory, MemberData(nameof(States))]
    public async Task Application_InEveryState_SaysWhereItStandsAndWhatToDo_AndNothingOfStaffs(ApplicationState state)
    {
        await using var portal = TestPortal.Beside(Portal);
        using var client = Portal.CreateClient();
        var (number, _, _) = await portal.FileAsync($"{state}@sample.com");
        await portal.BringToAsync(number, state);

        var page = await ShowAsync(client, portal, number);

        page.Document.QuerySelector(".timeline .current .timeline-title")!.TextContent.ShouldBe(Texts.States.ForRegistrant(state));
        page.Text.ShouldNotContain(CaseSteps.StaffsNote);
        page.Text.ShouldNotContain("secret"); // The names of staff.
        page.Text.Contains(CaseSteps.NoteToRegistrant, StringComparison.Ordinal).ShouldBe(state is ApplicationState.AwaitingCorrection or ApplicationState.Declined);
        Links(page, "取り下げる").ShouldBe(state is ApplicationState.AwaitingPaper or ApplicationState.Reopened ? 1 : 0);
        Links(page, "登録用URLの受信").ShouldBe(state is ApplicationState.Declined or ApplicationState.Withdrawn or ApplicationState.Expired ? 1 : 0);
        using var form = await client.GetAsync(new Uri("/registration/application-form.pdf", UriKind.Relative));
        form.StatusCode.ShouldBe(Links(page, "申込書を印刷する") == 1 ? HttpStatusCode.OK : HttpStatusCode.Conflict);
        form.Content.Headers.ContentType!.MediaType.ShouldBe(form.IsSuccessStatusCode ? "application/pdf" : "text/html");
    }

    [Fact]
    public async Task LetterThatCameBack_IsTold_AndTheApplicationIsInHandAgain()
    {
        await using var portal = TestPortal.Beside(Portal);
        using var client = Portal.CreateClient();
        var (number, _, _) = await portal.FileAsync("returned@sample.com");
        await portal.BringToAsync(number, ApplicationState.Completed);
        await portal.DoAsync(number, ApplicationVerb.RegisterReturn);

        var lines = (await ShowAsync(client, portal, number)).Document.QuerySelectorAll(".timeline-title").Select(title => title.TextContent);

        lines.ShouldBe(
        [
            "申込情報を受信しました", "手続きを開始しました", "NEXIで手続きを行いました", "「登録完了通知書」を郵送しました", "「登録完了通知書」をお届けできませんでした",
            "NEXIで手続き中です", "「登録完了通知書」を郵送します",
        ]);
    }

    [Theory]
    [InlineData(119, "申込書の有効期限が過ぎました")] // 90 days for the paper, and 30 more.
    [InlineData(122, "この登録用URLでのお手続きは終了しています")]
    public async Task RegistrationLink_GoesOnShowingTheApplication_UntilThirtyDaysAfterItsEnd(int daysAgo, string sentence)
    {
        await using var portal = TestPortal.Beside(Portal, daysAgo);
        using var client = Portal.CreateClient();
        var (_, path, password) = await portal.FileAsync("old@sample.com");

        var page = await Page.GetAsync(client, path);
        if (page.Status == HttpStatusCode.OK) page = await page.Form("認証する").Fill("登録用パスワード", password).Press("認証する");

        $"{page.Heading} {page.Text}".ShouldContain(sentence);
    }

    [Fact]
    public async Task Correction_NamesEveryReasonWithItsRemedyAndTheDeadline_AlsoOnceItIsOver()
    {
        await using var portal = TestPortal.Beside(Portal);
        using var client = Portal.CreateClient();
        var (number, _, _) = await portal.FileAsync("correction@sample.com");
        await portal.BringToAsync(number, ApplicationState.AwaitingCorrection);

        var page = await ShowAsync(client, portal, number);
        var reason = CorrectionReasons.Find("seal-missing")!;
        page.Text.ShouldContain(reason.Label);
        page.Text.ShouldContain(reason.Remedy);
        page.Text.ShouldContain($"{JapanTime.LongDate(JapanTime.EndOfDayAfter(portal.Clock.GetUtcNow(), 60))}必着");

        await portal.BringToAsync(number, ApplicationState.InReview);
        (await Page.GetAsync(client, "/registration/form")).Document.QuerySelector(".timeline")!.TextContent.ShouldContain(reason.Label);
    }

    [Fact]
    public async Task Withdrawal_IsConfirmedFirst_AndPressedTwice_IsOne()
    {
        await using var portal = TestPortal.Beside(Portal);
        using var client = Portal.CreateClient();
        var (number, _, _) = await portal.FileAsync("withdraw@sample.com");
        var asked = await (await ShowAsync(client, portal, number)).Follow("取り下げる");
        asked.Heading.ShouldEndWith("申込みの取下げ");

        var withdrawn = await asked.Form("取り下げる").Press("取り下げる");
        var again = await asked.Form("取り下げる").Press("取り下げる");

        foreach (var page in new[] { withdrawn, again, await Page.GetAsync(client, "/registration/withdraw") })
        {
            page.Address.AbsolutePath.ShouldBe("/registration/form");
            page.Title.ShouldNotContain("エラー");
            page.Text.ShouldContain("取下げを受け付けました");
        }
        (await withdrawn.Follow("登録用URLの受信")).Heading.ShouldContain("ステップ1");
    }

    [Theory]
    [InlineData(ApplicationState.InReview)]
    [InlineData(ApplicationState.Reopened)]
    public async Task Withdrawal_OfAnApplicationThatHasGoneOnMeanwhile_IsRefusedWithASentence(ApplicationState state)
    {
        await using var portal = TestPortal.Beside(Portal);
        using var client = Portal.CreateClient();
        var (number, _, _) = await portal.FileAsync($"meanwhile-{state}@sample.com");
        var asked = await (await ShowAsync(client, portal, number)).Follow("取り下げる");
        await portal.BringToAsync(number, state);

        var refused = await asked.Form("取り下げる").Press("取り下げる");

        refused.Address.AbsolutePath.ShouldBe("/registration/form");
        refused.Title.ShouldStartWith("エラー：");
        refused.Text.ShouldContain("お手続きの状況が変わったため、操作を受け付けられませんでした。現在の状況をご確認ください。");
        refused.Text.ShouldContain(Texts.States.ForRegistrant(state));
    }

    private static async Task<Page> AskAsync(HttpClient client, string number, string address) =>
        await (await Page.GetAsync(client, "/registration/status")).Form("送信する").Fill("受付番号", number).Fill("メールアドレス", address).Press("送信する");

    private static async Task<Page> ShowAsync(HttpClient client, TestPortal portal, ApplicationNumber number) =>
        await (await Page.GetAsync(client, await portal.StatusPathAsync(number))).Form("申込状況を表示する").Press("申込状況を表示する");

    private static int Links(Page page, string text) => page.Document.QuerySelectorAll("main a").Count(link => link.TextContent == text);
}
