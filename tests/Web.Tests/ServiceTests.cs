using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>⑮–⑰ by plain HTTP: who reaches which page of the Web service, and by which cookie.</summary>
public sealed class ServiceTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Cookie = "__Host-nexi-user";

    public static TheoryData<string> Routes => [.. ServiceByHttp.Routes.Select(route => ServiceByHttp.Filled(route, "U000000029"))];

    [Theory, MemberData(nameof(Routes))]
    [Trait("Requirement", "S41")]
    public async Task Page_WithoutASession_LeadsToTheLogin(string route)
    {
        using var client = one.Portal.CreateClient();

        var page = await Page.GetAsync(client, route);

        page.Address.AbsolutePath.ShouldBe("/login");
        page.Heading.ShouldBe("ログイン");
    }

    [Fact]
    [Trait("Requirement", "S20")]
    public async Task LetterPassword_OpensNothingButItsChange_AndThenTheHome()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        var (id, password) = await portal.PostLetterAsync();

        (await client.LogInAsync(id, password)).Heading.ShouldBe("パスワード変更");
        foreach (var route in ServiceByHttp.Routes.Where(route => route is not ("/service/password" or "/service/logout")))
            (await Page.GetAsync(client, ServiceByHttp.Filled(route, id))).Address.AbsolutePath.ShouldBe("/service/password", route);
        var change = (await Page.GetAsync(client, "/service/password")).Form("パスワードを変更する");
        var wrong = await change.Fill("現在のパスワード", password).Fill("New", "Ab1!ああああ").Fill("新しいパスワード(確認用)", "Ab1!ああああ").Press("パスワードを変更する");
        wrong.Errors.Select(error => error.Text).ShouldContain("新しいパスワードに「!」「あ」は使用できません。");
        var home = await wrong.Form("パスワードを変更する").Fill("現在のパスワード", password).Fill("New", ServiceSteps.Password).Fill("新しいパスワード(確認用)", ServiceSteps.Password).Press("パスワードを変更する");

        home.Address.AbsolutePath.ShouldBe("/service");
        home.Text.ShouldContain("パスワードを変更しました。");
        home.Text.ShouldContain(id);
    }

    [Fact]
    public async Task WrongLogin_IsAnsweredInOneSentence_KeepsTheId_AndComesBackToThePageAskedFor()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        var (id, _) = await portal.EnterServiceAsync();

        var page = await client.LogInAsync(id, "wrong", "/service/password");

        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("WebユーザーIDまたはパスワードが正しくないか、ご利用が停止されています。ご確認のうえ、もう一度入力してください。");
        page.Form("ログインする").Value("WebユーザーID").ShouldBe(id);
        page.Form("ログインする").Value("パスワード").ShouldBeEmpty();
        (await page.Form("ログインする").Fill("パスワード", ServiceSteps.Password).Press("ログインする")).Address.AbsolutePath.ShouldBe("/service/password");
    }

    [Fact]
    public async Task OwnDetails_ChangedMeanwhile_AreToldWithWhatWasTyped_AndGoOnFromThere()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        var (id, _) = await portal.EnterServiceAsync();
        await client.LogInAsync(id, ServiceSteps.Password);
        var (old, other) = ((await Page.GetAsync(client, "/service/details")).Form("変更する"), (await Page.GetAsync(client, "/service/details")).Form("変更する"));

        (await other.Fill("所属名", "経理部").Fill("現在のパスワード", ServiceSteps.Password).Press("変更する")).Text.ShouldContain("経理部");
        var told = await old.Fill("所属名", "営業部").Fill("現在のパスワード", ServiceSteps.Password).Press("変更する");

        told.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Errors.ShouldHaveSingleItem().Text.ShouldContain("画面を表示した後に");
        told.Document.QuerySelector("main table tbody")!.TextContent.ShouldSatisfyAllConditions(row => row.ShouldContain("経理部"), row => row.ShouldContain("営業部"));
        told.Form("変更する").Value("所属名").ShouldBe("営業部");
        told.Form("変更する").Value("現在のパスワード").ShouldBeEmpty();
        var home = await told.Form("変更する").Fill("現在のパスワード", ServiceSteps.Password).Press("変更する");
        home.Address.AbsolutePath.ShouldBe("/service");
        home.Text.ShouldContain("営業部");
    }

    [Fact]
    public async Task Applicant_ChangedMeanwhile_IsToldWithWhatWasTyped_AndTheFormGoesOnFromThere()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        var (administrator, _) = await portal.EnterServiceAsync();
        var id = await portal.AddApplicantAsync(await portal.InsuranceUserOfAsync(administrator));
        await client.LogInAsync(administrator, ServiceSteps.Password);
        var address = $"/service/users/{id}/change";
        var (old, other) = ((await Page.GetAsync(client, address)).Form("変更する"), (await Page.GetAsync(client, address)).Form("変更する"));

        (await other.Fill("所属名", "経理部").Press("変更する")).Text.ShouldContain("経理部");
        var told = await old.Fill("所属名", "営業部").Press("変更する");

        told.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Errors.ShouldHaveSingleItem().Text.ShouldContain("画面を表示した後に");
        told.Document.QuerySelector("main table tbody")!.TextContent.ShouldSatisfyAllConditions(row => row.ShouldContain("経理部"), row => row.ShouldContain("営業部"));
        told.Form("変更する").Value("所属名").ShouldBe("営業部");
        (await told.Form("変更する").Press("変更する")).Text.ShouldContain("営業部");
    }

    [Fact]
    [Trait("Requirement", "S14")]
    public async Task Forgotten_IsAnsweredWithOnePage_WhateverIsTyped()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        var (administrator, _) = await portal.EnterServiceAsync();
        var (applicant, _) = await portal.EnterApplicantAsync(await portal.InsuranceUserOfAsync(administrator), "forgetful@example.jp");

        List<string> answers = [];
        foreach (var (id, mail) in new[] { (applicant, "forgetful@example.jp"), (applicant, "other@example.jp"), (administrator, "forgetful@example.jp"), ("U999999990", "forgetful@example.jp"), ("x", "x@example.jp") })
        {
            var page = await (await Page.GetAsync(client, "/login/forgotten")).Form("送信する").Fill("WebユーザーID", id).Fill("メールアドレス", mail).Press("送信する");
            page.Text.ShouldContain("お申し出を受け付けました");
            answers.Add(page.Address.PathAndQuery + page.Text);
        }

        answers.Distinct().Count().ShouldBe(1);
        var wrong = await (await Page.GetAsync(client, "/login/forgotten")).Form("送信する").Fill("WebユーザーID", applicant).Fill("メールアドレス", "@").Press("送信する");
        wrong.Errors.ShouldHaveSingleItem().Text.ShouldBe("メールアドレスを正しく入力してください。例) taro@sample.com");
        wrong.Form("送信する").Value("WebユーザーID").ShouldBe(applicant);
    }

    [Fact]
    [Trait("Requirement", "S01")]
    [Trait("Requirement", "S07")]
    [Trait("Requirement", "S08")]
    public async Task PasswordLink_LookedAtTwentyTimes_StillOpens_AndItsTokenLeavesTheAddressBar()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        var (administrator, _) = await portal.EnterServiceAsync();
        var id = await portal.AddApplicantAsync(await portal.InsuranceUserOfAsync(administrator), $"{administrator}@example.jp");
        var token = await portal.MailedTokenAsync($"{administrator}@example.jp");
        foreach (var method in Enumerable.Repeat(HttpMethod.Get, 10).Concat(Enumerable.Repeat(HttpMethod.Head, 10)))
        {
            using var request = new HttpRequestMessage(method, $"/p/{token}");
            using var looked = await client.SendAsync(request, TestContext.Current.CancellationToken);
            looked.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var link = await Page.GetAsync(client, $"/p/{token}");
        var choice = await link.Form("パスワードの設定へ").Press("パスワードの設定へ");
        var login = await choice.Form("パスワードを設定する").Fill("New", ServiceSteps.Password).Fill("NewAgain", ServiceSteps.Password).Press("パスワードを設定する");

        login.Text.ShouldContain("パスワードを設定しました。ログインしてください。");
        link.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        foreach (var page in new[] { choice, login })
        {
            page.Redirects.Append(page.Address).ShouldAllBe(address => !address.OriginalString.Contains(token, StringComparison.Ordinal));
            page.Document.DocumentElement.OuterHtml.ShouldNotContain(token);
        }
        (await client.LogInAsync(id)).Address.AbsolutePath.ShouldBe("/service");
        foreach (var file in Directory.GetFiles(one.Portal.DataDirectory, "nexiportal.db*").Where(file => !file.EndsWith(".server", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain(token);
        }
        (await one.Portal.OutputAsync()).ShouldNotContain(token);
    }

    [Fact]
    public async Task Template_OfTheFileOfApplicants_IsItsHead()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        await client.LogInAsync((await portal.EnterServiceAsync()).Id);

        using var answer = await client.GetAsync(new Uri("/service/users/import/template.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim('\uFEFF', '\r', '\n').ShouldBe("所属名,役職名,氏名,電話番号,メールアドレス");
    }

    [Fact]
    public async Task Logout_LookedAt_LeadsHome()
    {
        using var client = one.Portal.CreateClient();
        await using var portal = TestPortal.Beside(one.Portal);
        await client.LogInAsync((await portal.EnterServiceAsync()).Id);

        (await Page.GetAsync(client, "/service/logout")).Address.AbsolutePath.ShouldBe("/service");
    }

    [Fact]
    [Trait("Requirement", "S29")]
    public async Task Logout_EndsTheSessionWhereverItsCookieWasCopiedTo()
    {
        using var client = CookieJar.CreateClient(one.Portal.Address, out var jar);
        await using var portal = TestPortal.Beside(one.Portal);
        var (id, _) = await portal.EnterServiceAsync();
        var home = await client.LogInAsync(id, ServiceSteps.Password);
        using var thief = CookieJar.CreateClient(one.Portal.Address, out var stolen);
        stolen.Put(Cookie, jar.Cookies[Cookie]);

        (await home.Form("ログアウト").Press("ログアウト")).Text.ShouldContain("ログアウトしました。");

        (await Page.GetAsync(thief, "/service")).Address.AbsolutePath.ShouldBe("/login");
    }

    [Fact]
    [Trait("Requirement", "S26")]
    [Trait("Requirement", "S27")]
    public async Task OneTimePassword_IsSetUp_Asked_AndOpensTheHomeOnly_ByItsCode()
    {
        using var client = CookieJar.CreateClient(one.Portal.Address, out _);
        await using var portal = TestPortal.Beside(one.Portal);
        var (id, _) = await portal.EnterServiceAsync();
        await client.LogInAsync(id, ServiceSteps.Password);

        var none = await (await Page.GetAsync(client, "/service/one-time-password")).Form("設定を始める").Press("設定を始める");
        none.Errors.ShouldHaveSingleItem().Text.ShouldBe("ワンタイムパスワードの受け取り方法を選んでください。");
        var pending = await none.Form("設定を始める").Check("認証アプリ(スマートフォンなどに表示)").Press("設定を始める");
        var key = pending.Document.QuerySelector(".code-key")!.TextContent;
        var wrong = await pending.Form("設定を完了する").Fill("ワンタイムパスワード", "000 000x").Press("設定を完了する");
        wrong.Errors.ShouldHaveSingleItem().Text.ShouldContain("ワンタイムパスワードが正しくないか");
        var codes = await wrong.Form("設定を完了する").Fill("ワンタイムパスワード", Authenticator.Show(key, TimeProvider.System.GetUtcNow())).Press("設定を完了する");
        codes.Heading.ShouldBe("リカバリーコード");

        using var other = CookieJar.CreateClient(one.Portal.Address, out _);
        var asked = await other.LogInAsync(id, ServiceSteps.Password, "/service/password");
        asked.Heading.ShouldBe("ワンタイムパスワードの入力");
        foreach (var route in ServiceByHttp.Routes) (await Page.GetAsync(other, route)).Address.AbsolutePath.ShouldBe("/login");
        var again = await (await Page.GetAsync(other, asked.Address.PathAndQuery)).Form("ログインする").Fill("ワンタイムパスワード", "１２３").Press("ログインする");
        again.Errors.ShouldHaveSingleItem().Text.ShouldContain("ワンタイムパスワードが正しくないか");
        var opened = await again.Form("ログインする").Fill("ワンタイムパスワード", Authenticator.Show(key, TimeProvider.System.GetUtcNow(), 1)).Press("ログインする");

        opened.Address.AbsolutePath.ShouldBe("/service/password");
        (await Page.GetAsync(other, "/service")).Text.ShouldContain("利用する(認証アプリ)");
        // Back, and sent once more: the service, and no word of an error.
        (await Page.GetAsync(other, "/login/code")).ShouldSatisfyAllConditions(back => back.Address.AbsolutePath.ShouldBe("/service"), back => back.Title.ShouldStartWith("Webサービス"));
        (await again.Form("ログインする").Fill("ワンタイムパスワード", "123456").Press("ログインする")).Address.AbsolutePath.ShouldBe("/service/password");
        (await Page.GetAsync(other, "/service")).Title.ShouldStartWith("Webサービス");
    }
}
