using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.TestSupport;
using Npgsql;

namespace NexiPortal.Web.Tests;

/// <summary>What the log must never hold: searched for after a whole run, with everything that can go wrong on the way.</summary>
public sealed class LogTests
{
    private const string Address = "canary.yamada@canary-mail.example";
    private const string Hanako = "canary.hanako@canary-mail.example";
    private const string Chosen = "Cn7#ryQw9z";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What staff and Web users type and are shown on their way.
    private readonly List<string> _secrets = ["canary", "カナリア", "金糸雀", Chosen, StaffByHttp.Password];

    [Theory]
    [InlineData("Warning", true)]
    [InlineData("Information", false)]
    [Trait("Requirement", "S51")]
    public async Task Log_OfAWholeRun_HoldsNoPersonalDataAndNoSecret(string frameworkLevel, bool asJson)
    {
        await using var sink = SmtpSink.Start().Next(SmtpBehaviour.Accept, SmtpBehaviour.RefuseForGood, SmtpBehaviour.RefuseForNow);
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>
        {
            ["Serilog__MinimumLevel__Default"] = "Debug",
            ["Serilog__MinimumLevel__Override__Microsoft"] = frameworkLevel,
            ["Logs__Json"] = $"{asJson}",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = $"{sink.Port}",
            ["Mail__Smtp__Security"] = "None",
        });
        using var client = portal.CreateClient();
        var values = Entries.Complete(ApplicationType.HeadOffice).With(ApplicationFields.CompanyName, "株式会社カナリア商会").With(ApplicationFields.AdministratorName, "金糸雀　太郎");

        await client.RequestLinkAsync(Address);
        var link = RegistrantByHttp.LinkIn((await sink.NextAsync(TimeSpan.FromSeconds(60))).Text);
        for (var i = 0; i < 4; i++) await client.RequestLinkAsync(Address); // Two more mails, refused; then the limit.
        await client.RequestLinkAsync("canary<typo");
        await Page.GetAsync(client, link.Path + ".");
        await Page.GetAsync(client, link.Path[..^3]);
        await client.EnterAsync(link, "canary-canary");
        var type = await client.EnterAsync(link);
        var form = (await type.Form("保険利用者登録(本店)").Press("保険利用者登録(本店)")).Form("申込情報の確認へ");
        await form.Fill(ApplicationFields.CompanyName.Key, "カナリア<途中>").Fill("__RequestVerificationToken", "x").Press("一時保存する");
        form = (await Page.GetAsync(client, "/registration/details")).Form("申込情報の確認へ");
        foreach (var field in ApplicationFields.For(ApplicationType.HeadOffice).Where(f => f.Rule is not ChoiceRule)) form.Fill(field.Key, values[field]);
        var terms = await (await form.Press("申込情報の確認へ")).Form("Webサービス利用規約の同意へ").Press("Webサービス利用規約の同意へ");
        (await terms.SubmitAsync()).Heading.ShouldContain("ステップ5");
        using (var pdf = await client.GetAsync(new Uri("/registration/application-form.pdf", UriKind.Relative), TestContext.Current.CancellationToken)) pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Page.GetAsync(client, $"/nothing?mail={Address}");
        Break(portal);
        var fault = await Page.GetAsync(client, link.Path);
        fault.Status.ShouldBe(HttpStatusCode.InternalServerError);
        using var stranger = portal.CreateClient();
        (await stranger.RequestLinkAsync(Address)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        await portal.TerminateAsync();

        string[] canaries = [link.Path[3..], link.Path[3..^3], link.Password, "canary", "カナリア", "金糸雀", .. values.Filled.Select(value => value.Value).Where(value => value.Length > 4 && value != "company")];
        portal.Output.Split('\n').Where(line => canaries.Any(canary => line.Contains(canary, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        portal.Output.ShouldContain("SMTP 550"); // It did log.
        portal.Output.ShouldContain("no such table");
        portal.Output.ShouldContain(fault.Document.QuerySelector("dd.number")!.TextContent);
        if (asJson) foreach (var line in portal.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)) JsonDocument.Parse(line).RootElement.TryGetProperty("@t", out _).ShouldBeTrue(line);
    }

    [Fact]
    [Trait("Requirement", "S51")]
    public async Task LogAndJobs_OfStaffAndWebUsers_HoldNoPersonalDataAndNoSecret()
    {
        await using var database = await PreparedDatabase.CreatePostgreSqlAsync();
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>(MailServer.At(sink.Port))
        {
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Portal"] = database.ConnectionString,
            ["Serilog__MinimumLevel__Default"] = "Debug",
            ["Serilog__MinimumLevel__Override__Microsoft"] = "Information",
            ["Logs__Json"] = "true",
        });
        await using var beside = TestPortal.Beside(portal, postgreSql: database.ConnectionString);
        var (number, _, _) = await beside.FileAsync(Address, ApplicationType.HeadOffice, (ApplicationFields.CompanyName, "株式会社カナリア商会"));
        var administrator = (await beside.RegisterAdministratorsAsync(1))[0];
        _secrets.AddRange([administrator.Details.Name, administrator.Details.Telephone, administrator.Details.MailAddress.Value]);
        using var clerk = portal.CreateClient();
        using var user = portal.CreateClient();

        await SignInAnewAsync(clerk, await SuperviseAsync(portal));
        await SearchAsync(clerk, number);
        await LogInAsync(user, administrator.UserId, await PrintAsync(clerk, beside, administrator));
        await SetUpOneTimePasswordAsync(user, administrator.UserId);
        var applicant = await AddApplicantAsync(portal, user, sink);
        await ForgetPasswordAsync(portal, sink, applicant);
        var numbers = await MeetFaultsAsync(portal, database, clerk, user, applicant);
        await portal.TerminateAsync();

        var jobs = await ReadJobsAsync(database);
        $"{portal.Output}\n{jobs}".Split('\n').Where(line => HoldsASecret(line) || HoldsASecret(Uri.UnescapeDataString(line))).ShouldBeEmpty();
        portal.Output.ShouldContain("SMTP 550"); // It did log.
        portal.Output.ShouldContain("violates check constraint");
        numbers.ShouldAllBe(fault => portal.Output.Contains(fault));
        jobs.ShouldContain("DeliverMailsAsync");
    }

    // Signs in, wrongly first and once with the password in the wrong field; adds a member and insurance users. Gives back the member's initial password.
    private async Task<string> SuperviseAsync(WebProcess portal)
    {
        using var supervisor = portal.CreateClient();
        (await supervisor.SignInStaffAsync("Canary-Wrong-1", "Canary-Wrong-1")).Errors.ShouldHaveSingleItem();
        (await supervisor.SignInStaffAsync("supervisor", "Canary-Wrong-1")).Errors.ShouldHaveSingleItem();
        await supervisor.SignInStaffAsync("supervisor");
        var added = await (await Page.GetAsync(supervisor, "/backoffice/staff/add")).Form("追加する").Fill("職員ID", "newcomer").Fill("氏名", "金糸雀 次郎").Check("受付(").Press("追加する");
        (await ImportAsync("canary kana")).Errors.ShouldHaveSingleItem();
        (await ImportAsync("カブシキガイシャカナリアブッサン")).Text.ShouldContain("1件の保険利用者を取り込みました。");
        return Seen(added.Document.QuerySelector("dd.secret")!.TextContent);

        async Task<Page> ImportAsync(string kana)
        {
            var file = "保険利用者コード,企業・金融機関区分,保険利用者名(漢字),保険利用者名(カナ),郵便番号,所在地,代表電話番号,登記所在地,代表者の役職名,代表者の氏名\r\n"
                + $"500000001,企業,株式会社カナリア物産,{kana},540-0001,大阪市金糸雀町,06-1234-5678,保険利用者所在地と同じ,代表取締役,金糸雀　三郎";
            return await (await Page.GetAsync(supervisor, "/backoffice/import")).Form("取り込む").Attach("File", "カナリア.csv", Encoding.UTF8.GetBytes(file)).Press("取り込む");
        }
    }

    private static async Task SignInAnewAsync(HttpClient clerk, string initial)
    {
        var change = (await clerk.SignInStaffAsync("newcomer", initial)).Form("パスワードを変更する");
        (await change.Fill("Current", initial).Fill("New", Chosen).Fill("NewAgain", Chosen).Press("パスワードを変更する")).Errors.ShouldBeEmpty();
    }

    private static async Task SearchAsync(HttpClient clerk, ApplicationNumber number)
    {
        foreach (var typed in new[] { "カナリア商会", Address })
            (await (await Page.GetAsync(clerk, "/backoffice/cases")).Form("検索する").Fill("search", typed).Press("検索する")).Text.ShouldContain(number.Value);
        (await Page.GetAsync(clerk, $"/backoffice/cases/{number}")).Text.ShouldContain(Address);
        (await Page.GetAsync(clerk, "/backoffice/insurance-users?search=カナリア")).Text.ShouldContain("カナリア物産");
    }

    private async Task<string> PrintAsync(HttpClient clerk, TestPortal beside, WebUser administrator)
    {
        var shown = await beside.NoticeNumberAsync(administrator);
        using var pdf = await clerk.PostLettersAsync(await Page.GetAsync(clerk, "/backoffice/letters"), "Print", shown);
        (await (await Page.GetAsync(clerk, "/backoffice/letters")).Form("正しく印刷できた").Check(administrator.UserId.Value).Press("正しく印刷できた")).Errors.ShouldBeEmpty();
        return Seen(NoticeSteps.Read(await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[0].Password);
    }

    private static async Task LogInAsync(HttpClient user, WebUserId id, string letterPassword)
    {
        (await user.LogInAsync(id.Value, "Canary-Wrong-2")).Errors.ShouldHaveSingleItem();
        var change = (await user.LogInAsync(id.Value, letterPassword)).Form("パスワードを変更する");
        change = (await change.Fill("Current", letterPassword).Fill("New", "canary").Fill("NewAgain", "canary").Press("パスワードを変更する")).Form("パスワードを変更する");
        (await change.Fill("Current", letterPassword).Fill("New", Chosen).Fill("NewAgain", Chosen).Press("パスワードを変更する")).Address.AbsolutePath.ShouldBe("/service");
    }

    private async Task SetUpOneTimePasswordAsync(HttpClient user, WebUserId id)
    {
        var pending = await (await Page.GetAsync(user, "/service/one-time-password")).Form("設定を始める").Check("認証アプリ(スマートフォンなどに表示)").Press("設定を始める");
        var key = Seen(pending.Document.QuerySelector(".code-key")!.TextContent);
        var code = Seen(Authenticator.Show(key, TimeProvider.System.GetUtcNow()));
        var sheet = await pending.Form("設定を完了する").Fill("ワンタイムパスワード", code).Press("設定を完了する");
        var recovery = sheet.Document.QuerySelectorAll(".recovery-codes li").Select(line => Seen(line.TextContent)).ToList();
        await (await Page.GetAsync(user, "/service")).Form("ログアウト").Press("ログアウト");
        var asked = await (await user.LogInAsync(id.Value, Chosen)).Form("ログインする").Fill("ワンタイムパスワード", "canary").Press("ログインする");
        asked.Errors.ShouldHaveSingleItem();
        (await asked.Form("ログインする").Fill("ワンタイムパスワード", recovery[0]).Press("ログインする")).Address.AbsolutePath.ShouldBe("/service");
    }

    // By the mailed link the applicant chooses a password and logs in; gives back the applicant's ID.
    private async Task<string> AddApplicantAsync(WebProcess portal, HttpClient administrator, SmtpSink sink)
    {
        (await (await ApplicantAsync(administrator, Hanako)).Press("追加する")).Text.ShouldContain("ご本人にメールをお送りしました。");
        SinkMail mail;
        do mail = await sink.NextAsync(Patience); while (!mail.Recipients.Contains(Hanako));
        using var applicant = portal.CreateClient();
        var link = await Page.GetAsync(applicant, $"/p/{Seen(mail.Text.Split("/p/")[1][..22])}");
        var id = link.Document.QuerySelector("dd.number")!.TextContent;
        var choice = (await link.Form("パスワードの設定へ").Press("パスワードの設定へ")).Form("パスワードを設定する");
        (await choice.Fill("New", Chosen).Fill("NewAgain", Chosen).Press("パスワードを設定する")).Errors.ShouldBeEmpty();
        (await applicant.LogInAsync(id, Chosen)).Text.ShouldContain(Hanako);
        return id;
    }

    private static async Task<PageForm> ApplicantAsync(HttpClient administrator, string mailAddress)
    {
        var form = (await Page.GetAsync(administrator, "/service/users/add")).Form("追加する");
        foreach (var (key, value) in ApplicantSteps.Typed("金糸雀　花子", mailAddress, "カナリア課").Filled) form.Fill(key, value);
        return form;
    }

    // With an address that is not the applicant's, and with the right one, whose mail is refused.
    private static async Task ForgetPasswordAsync(WebProcess portal, SmtpSink sink, string applicant)
    {
        sink.Otherwise(SmtpBehaviour.RefuseForGood);
        using var client = portal.CreateClient();
        foreach (var address in new[] { Address, Hanako })
            (await (await Page.GetAsync(client, "/login/forgotten")).Form("送信する").Fill("WebユーザーID", applicant).Fill("メールアドレス", address).Press("送信する")).Errors.ShouldBeEmpty();
        await portal.OutputWithAsync("SMTP 550");
    }

    // PostgreSQL itself names in such faults what was to be stored. Gives back the numbers under which the faults were told.
    private static async Task<IReadOnlyList<string>> MeetFaultsAsync(WebProcess portal, PostgreSql.Database database, HttpClient clerk, HttpClient user, string applicant)
    {
        using var stranger = portal.CreateClient();
        var (adding, loggingIn) = (await ApplicantAsync(user, "canary.jiro@canary-mail.example"), (await Page.GetAsync(stranger, "/login")).Form("ログインする"));
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        List<Page> faults = [];

        await using (var refuse = new NpgsqlCommand("ALTER TABLE \"WebUsers\" ADD CONSTRAINT \"NoMore\" CHECK (false) NOT VALID", connection)) await refuse.ExecuteNonQueryAsync();
        faults.Add(await adding.Press("追加する"));
        await using (var drop = new NpgsqlCommand("DROP TABLE \"InsuranceUsers\", \"PasswordTries\" CASCADE", connection)) await drop.ExecuteNonQueryAsync();
        faults.Add(await Page.GetAsync(clerk, "/backoffice/insurance-users?search=カナリア"));
        faults.Add(await Page.GetAsync(user, "/service"));
        faults.Add(await loggingIn.Fill("WebユーザーID", applicant).Fill("パスワード", Chosen).Press("ログインする"));

        faults.ShouldAllBe(page => page.Status == HttpStatusCode.InternalServerError);
        return [.. faults.Select(page => page.Document.QuerySelector("dd.number")!.TextContent)];
    }

    // Every table of the job store, as text.
    private static async Task<string> ReadJobsAsync(PostgreSql.Database database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("SELECT schema_to_xml('hangfire', true, false, '')::text", connection);
        return WebUtility.HtmlDecode((string)(await command.ExecuteScalarAsync())!);
    }

    // Also without what only makes it readable.
    private string Seen(string secret)
    {
        _secrets.AddRange([secret, secret.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)]);
        return secret;
    }

    // Six digits could be part of anything longer.
    private bool HoldsASecret(string line) => _secrets.Any(secret => secret.All(char.IsAsciiDigit) ? Regex.IsMatch(line, $@"\b{secret}\b") : line.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static void Break(WebProcess portal)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "nexiportal.db")};Pooling=False;Default Timeout=60");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys=OFF; DROP TABLE RegistrationLinks; DROP TABLE LinkRequests;";
        command.ExecuteNonQuery();
    }
}
