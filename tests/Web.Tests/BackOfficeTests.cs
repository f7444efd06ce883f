using System.Net;
using Microsoft.Data.Sqlite;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

public sealed class BackOfficeTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Cookie = "__Host-nexi-staff";

    private static readonly string[] Everybody = ["clerk", "approver", "supervisor", "auditor"];
    private static readonly string[] WhoActs = ["clerk", "approver"];

    // Who may look at a page. Every page stands here, or the test of the routes fails.
    private static readonly Dictionary<string, string[]> Matrix = new()
    {
        ["/backoffice"] = Everybody,
        ["/backoffice/password"] = Everybody,
        ["/backoffice/logout"] = Everybody,
        ["/backoffice/login"] = Everybody,
        ["/backoffice/login/code"] = Everybody,
        ["/backoffice/one-time-password"] = Everybody,
        ["/backoffice/scan"] = Everybody,
        ["/backoffice/cases"] = Everybody,
        ["/backoffice/cases/{number}"] = Everybody,
        ["/backoffice/cases/{number}/application-form.pdf"] = Everybody,
        ["/backoffice/cases/{number}/note"] = WhoActs,
        ["/backoffice/cases/{number}/resend"] = WhoActs,
        ["/backoffice/cases/{number}/receipt"] = ["clerk"],
        ["/backoffice/cases/{number}/correction"] = ["clerk"],
        ["/backoffice/cases/{number}/reopen"] = ["clerk"],
        ["/backoffice/cases/{number}/approval-request"] = ["clerk"],
        ["/backoffice/cases/{number}/approval"] = ["approver"],
        ["/backoffice/cases/{number}/send-back"] = ["approver"],
        ["/backoffice/cases/{number}/decline"] = ["approver"],
        ["/backoffice/cases/{number}/dispatch"] = ["clerk"],
        ["/backoffice/cases/{number}/return"] = ["clerk"],
        ["/backoffice/cases/{number}/revive"] = ["clerk"],
        ["/backoffice/statistics"] = Everybody,
        ["/backoffice/audit"] = ["supervisor", "auditor"],
        ["/backoffice/letters"] = ["clerk"],
        ["/backoffice/letters/dispatch"] = ["clerk"],
        ["/backoffice/letters/registered-mail-list.pdf"] = ["clerk"],
        ["/backoffice/letters/calibration.pdf"] = ["clerk", "supervisor"],
        ["/backoffice/insurance-users"] = Everybody,
        ["/backoffice/insurance-users/export.csv"] = ["supervisor"],
        ["/backoffice/insurance-users/{code}"] = Everybody,
        ["/backoffice/insurance-users/{code}/correct"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/suspend"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/resume"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/administrator"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/web-users/{id}/suspend"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/web-users/{id}/unlock"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/web-users/{id}/one-time-password"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/web-users/{id}/resume"] = ["clerk"],
        ["/backoffice/insurance-users/{code}/web-users/{id}/letter"] = ["clerk"],
        ["/backoffice/import"] = ["supervisor"],
        ["/backoffice/import/template.csv"] = ["supervisor"],
        ["/backoffice/jobs"] = ["supervisor", "auditor"],
        ["/backoffice/staff"] = ["supervisor"],
        ["/backoffice/staff/add"] = ["supervisor"],
        ["/backoffice/staff/{id}"] = ["supervisor"],
    };

    private WebProcess Portal => one.Portal;

    public static TheoryData<string, string> Visits
    {
        get
        {
            var visits = new TheoryData<string, string>();
            foreach (var route in Matrix.Keys)
            {
                foreach (var role in Everybody) visits.Add(route, role);
            }
            return visits;
        }
    }

    public static TheoryData<string> Routes => [.. StaffByHttp.Routes];

    [Fact]
    [Trait("Requirement", "S41")]
    public void EveryRoute_IsInTheMatrix() => StaffByHttp.Routes.ShouldBe(Matrix.Keys, ignoreOrder: true);

    [Theory, MemberData(nameof(Visits))]
    [Trait("Requirement", "S42")]
    public async Task Route_IsOpenToItsRolesAlone(string route, string role)
    {
        using var client = Portal.CreateClient();
        await client.SignInStaffAsync(role);

        var page = await Page.GetAsync(client, Filled(route));

        // Nobody has the code that stands in the place of one.
        var opened = route.Contains("{code}", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
        page.Status.ShouldBe(Matrix[route].Contains(role) ? opened : HttpStatusCode.Forbidden);
        if (page.Status == HttpStatusCode.Forbidden) page.Heading.ShouldBe("この画面は表示できません");
    }

    [Theory, MemberData(nameof(Routes))]
    [Trait("Requirement", "S41")]
    public async Task Route_WithoutASession_LeadsToTheLogin(string route)
    {
        using var client = Portal.CreateClient();

        var page = await Page.GetAsync(client, Filled(route));

        page.Address.AbsolutePath.ShouldBe("/backoffice/login");
        page.Heading.ShouldBe("ログイン");
    }

    [Fact]
    [Trait("Requirement", "S20")]
    public async Task InitialPassword_OpensNothingButItsChange()
    {
        using var supervisor = Portal.CreateClient();
        await supervisor.SignInStaffAsync("supervisor");
        using var client = Portal.CreateClient();
        var password = await AddAsync(supervisor, "novice");

        (await client.SignInStaffAsync("novice", password)).Heading.ShouldBe("パスワード変更");
        foreach (var route in StaffByHttp.Routes.Where(route => route != "/backoffice/logout"))
            (await Page.GetAsync(client, Filled(route))).Address.AbsolutePath.ShouldBe("/backoffice/password", route);

        var change = (await Page.GetAsync(client, "/backoffice/password")).Form("パスワードを変更する");
        var changed = await change.Fill("現在のパスワード", password).Fill("New", StaffSteps.Password).Fill("新しいパスワード(確認用)", StaffSteps.Password).Press("パスワードを変更する");
        changed.Address.AbsolutePath.ShouldBe("/backoffice");
        changed.Text.ShouldContain("パスワードを変更しました。");
    }

    [Theory]
    [InlineData("nobody", "wrong")]
    [InlineData("clerk2", "wrong")]
    public async Task WrongSignIn_IsAnsweredInOneSentence_AndKeepsTheId(string id, string password)
    {
        using var client = Portal.CreateClient();

        var page = await client.SignInStaffAsync(id, password);

        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("職員IDまたはパスワードが正しくないか、利用が停止されています。ご確認のうえ、もう一度入力してください。");
        page.Title.ShouldStartWith("エラー：");
        page.Form("ログインする").Value("職員ID").ShouldBe(id);
        page.Form("ログインする").Value("パスワード").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/backoffice/password", "/backoffice/password")]
    [InlineData("https://evil.example/", "/backoffice/cases")]
    [InlineData("//evil.example/", "/backoffice/cases")]
    [InlineData("/\\evil.example/", "/backoffice/cases")]
    public async Task Login_LeadsBackToWhereOneWas_WithinThePortalOnly(string returnUrl, string path)
    {
        using var client = Portal.CreateClient();

        var page = await client.SignInStaffAsync("clerk", address: $"/backoffice/login?returnUrl={Uri.EscapeDataString(returnUrl)}");

        page.Address.Authority.ShouldBe(Portal.Address.Authority);
        page.Address.AbsolutePath.ShouldBe(path);
    }

    [Fact]
    [Trait("Requirement", "S30")]
    public async Task CopiedCookie_AfterLogout_IsWorthNothing_AndTheLoginSaysWhy()
    {
        using var client = CookieJar.CreateClient(Portal.Address, out var jar);
        var home = await client.SignInStaffAsync("clerk");
        using var thief = CookieJar.CreateClient(Portal.Address, out var stolen);
        stolen.Put(Cookie, jar.Cookies[Cookie]);
        (await Page.GetAsync(thief, "/backoffice")).Heading.ShouldBe("ログイン情報");

        (await home.Form("ログアウト").Press("ログアウト")).Text.ShouldContain("ログアウトしました。");

        (await Page.GetAsync(thief, "/backoffice")).Text.ShouldContain("一定時間操作がなかったか、権限やパスワードが変更されたため、ログアウトしました。");
        jar.Cookies.Keys.ShouldNotContain(Cookie);
    }

    [Fact]
    [Trait("Requirement", "S17")]
    public async Task Pause_IsForTheAddressBehindTheProxy()
    {
        using var supervisor = Portal.CreateClient();
        await supervisor.SignInStaffAsync("supervisor");
        var password = await AddAsync(supervisor, "hunted");
        using var stranger = Portal.CreateClient();
        stranger.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        for (var i = 0; i < 4; i++) await stranger.SignInStaffAsync("hunted", "wrong");

        (await stranger.SignInStaffAsync("hunted", "wrong")).Errors.ShouldHaveSingleItem().Text.ShouldContain("認証を一時的に停止しています");
        (await stranger.SignInStaffAsync("hunted", password)).Errors.ShouldHaveSingleItem().Text.ShouldContain("認証を一時的に停止しています");

        using var owner = Portal.CreateClient();
        (await owner.SignInStaffAsync("hunted", password)).Heading.ShouldBe("パスワード変更");
    }

    [Fact]
    public async Task RefusedPage_IsInTheAuditTrail_WithWhoAskedForIt()
    {
        using var client = Portal.CreateClient();
        await client.SignInStaffAsync("auditor");

        await Page.GetAsync(client, "/backoffice/staff/clerk");

        await using var db = new SqliteConnection($"Data Source={Path.Combine(Portal.DataDirectory, "nexiportal.db")};Mode=ReadOnly");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM AuditEntries WHERE Actor = 'staff:auditor' AND Action = 'AccessRefused backoffice/staff/{id}'";
        ((long)(await command.ExecuteScalarAsync())!).ShouldBePositive();
    }

    [Fact]
    public async Task Supervisor_ChangesSuspendsResumesAndResets()
    {
        using var client = Portal.CreateClient();
        await client.SignInStaffAsync("supervisor");
        var first = await AddAsync(client, "moved");

        var member = await Page.GetAsync(client, "/backoffice/staff/moved");
        member = await member.Form("変更する").Fill("氏名", "").Uncheck("受付(").Press("変更する");
        member.Errors.Select(error => error.Text).ShouldBe(["氏名を入力してください。", "権限を1つ以上選択してください。"]);
        member = await member.Form("変更する").Fill("氏名", "異動 三郎").Check("承認(").Press("変更する");
        member.Text.ShouldContain("変更しました。");

        member = await member.Form("停止する").Press("停止する");
        member.Text.ShouldContain("利用を停止しました。");
        using var moved = Portal.CreateClient();
        (await moved.SignInStaffAsync("moved", first)).Heading.ShouldBe("ログイン");
        member = await member.Form("再開する").Press("再開する");
        (await moved.SignInStaffAsync("moved", first)).Heading.ShouldBe("パスワード変更");

        var reset = await member.Form("パスワードを初期化する").Press("パスワードを初期化する");
        reset.Heading.ShouldBe("パスワードを初期化しました");
        var second = reset.Document.QuerySelector("dd.secret")!.TextContent;
        second.ShouldNotBe(first);
        (await Page.GetAsync(client, "/backoffice/staff/moved")).Text.ShouldNotContain(second);
        (await moved.SignInStaffAsync("moved", second)).Heading.ShouldBe("パスワード変更");
        (await Page.GetAsync(client, "/backoffice/staff")).Text.ShouldContain("moved 異動 三郎 承認 初期パスワード");
    }

    [Fact]
    public async Task NewPassword_BreakingSeveralRules_IsToldEachOfThem()
    {
        using var client = Portal.CreateClient();
        await client.SignInStaffAsync("approver");
        var page = await Page.GetAsync(client, "/backoffice/password");

        page = await page.Form("パスワードを変更する").Fill("現在のパスワード", StaffByHttp.Password).Fill("New", "nexi!").Fill("NewAgain", "nexi!").Press("パスワードを変更する");

        page.Errors.Select(error => error.Text).ShouldBe([
            "新しいパスワードは8文字以上32文字以内で入力してください(現在5文字です)。",
            "新しいパスワードには、半角の英大文字を含めてください。",
            "新しいパスワードには、半角の数字を含めてください。",
            "新しいパスワードには、使用できる半角の記号を含めてください。",
            "新しいパスワードに「!」は使用できません。",
            "新しいパスワードは、よく使われる単語やキーの並びがもとになっており、推測されやすいため使用できません。別のパスワードを入力してください。",
        ]);
    }

    [Fact]
    public async Task Navigation_ShowsWhatOneMayUse()
    {
        using var clerk = Portal.CreateClient();
        using var supervisor = Portal.CreateClient();

        Entries(await clerk.SignInStaffAsync("clerk")).ShouldBe(["申込一覧", "通知書", "保険利用者", "統計"]);
        Entries(await supervisor.SignInStaffAsync("supervisor")).ShouldBe(["申込一覧", "保険利用者", "取込み", "統計", "監査証跡", "定期処理", "職員管理"]);

        static IEnumerable<string> Entries(Page page) => page.Document.QuerySelectorAll(".office-nav a").Select(link => link.TextContent);
    }

    private string Filled(string route) => StaffByHttp.Filled(route.Replace("{number}", one.CaseNumber.Value, StringComparison.Ordinal));

    private static async Task<string> AddAsync(HttpClient supervisor, string id)
    {
        var page = await Page.GetAsync(supervisor, "/backoffice/staff/add");
        page = await page.Form("追加する").Fill("職員ID", id).Fill("氏名", "新人 次郎").Check("受付(").Press("追加する");
        page.Heading.ShouldBe("職員を追加しました");
        return page.Document.QuerySelector("dd.secret")!.TextContent;
    }
}
