using System.Diagnostics;
using System.Net;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The portal as a process, with a mail server that comes and goes.</summary>
public sealed class MailAndFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    [Trait("Requirement", "F1")]
    [Trait("Requirement", "F7")]
    [Trait("Requirement", "F13")]
    public async Task Submission_WhenKilledBeforeItsMailWentOut_IsThereAfterTheRestart_AndSoIsTheMail()
    {
        var port = WebProcess.FreePort();
        var sink = SmtpSink.Start(port);
        await using var portal = await WebProcess.StartAsync(MailServer.At(port));
        using var client = portal.CreateClient();
        await client.RequestLinkAsync("taro@sample.com");
        var link = await sink.NextAsync(Patience);
        var terms = await (await client.EnterAsync(link)).FillAsync(ApplicationType.HeadOffice);
        await sink.DisposeAsync();

        var form = await terms.SubmitAsync();
        portal.Kill();

        form.Heading.ShouldContain("ステップ5");
        await using var restarted = SmtpSink.Start(port);
        await portal.RestartAsync();
        var received = await restarted.NextAsync(Patience);
        received.Recipients.ShouldBe(["taro@sample.com"]);
        received.Text.ShouldContain("■受付番号");
        var again = await client.EnterAsync(link);
        again.Heading.ShouldContain("ステップ5");
        again.Text.ShouldNotContain("前のステップに戻ることはできません"); // Nobody went back.
        (await portal.OutputAsync()).ShouldNotContain("taro@sample.com"); // S51
        (await portal.OutputAsync()).ShouldNotContain(new Uri(link.Text.Split("■登録用URL")[1].Trim().Split('\n')[0].Trim()).Segments[^1]);
    }

    [Fact]
    [Trait("Requirement", "F7")]
    public async Task Page_WhenTheMailServerIsDown_IsNotDelayed()
    {
        await using var portal = await WebProcess.StartAsync(MailServer.At(WebProcess.FreePort()));
        using var client = portal.CreateClient();
        await Page.GetAsync(client, "/registration/mail-address");

        var watch = Stopwatch.StartNew();
        var sent = await client.RequestLinkAsync("taro@sample.com");

        sent.Heading.ShouldContain("登録用メール送信完了");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10)); // The mail server would be waited for half a minute.
    }

    [Fact]
    public async Task Portal_OnPostgreSql_TakesAnApplicationFromLinkToForm()
    {
        await using var database = await PostgreSql.CreateAsync();
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string>(MailServer.At(sink.Port))
        {
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Portal"] = database.ConnectionString,
        });
        using var client = portal.CreateClient();
        await client.RequestLinkAsync("taro@sample.com");
        var terms = await (await client.EnterAsync(await sink.NextAsync(Patience))).FillAsync(ApplicationType.Branch);

        (await terms.SubmitAsync()).Heading.ShouldContain("ステップ5");

        (await sink.NextAsync(Patience)).Text.ShouldContain("■受付番号");
        using var form = await client.GetAsync(new Uri("/registration/application-form.pdf", UriKind.Relative));
        form.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task MailAddress_WhenWrong_IsAskedForAgainWithWhatWasTyped()
    {
        await using var portal = await WebProcess.StartAsync(MailServer.At(WebProcess.FreePort()));
        using var client = portal.CreateClient();

        var page = await client.RequestLinkAsync("taro@@sample.com");

        page.Redirects.Count.ShouldBe(1); // Post/Redirect/Get also when there are errors.
        page.Title.ShouldStartWith("エラー：");
        page.Errors.ShouldHaveSingleItem().ShouldBe(new("メールアドレスは、nippon-taro@sample.comのような形式で、1件だけ入力してください。", "MailAddress"));
        page.Form("送信する").Value("メールアドレス").ShouldBe("taro@@sample.com");
        page.Form("送信する").Value("メールアドレス(確認用)").ShouldBe("taro@@sample.com");
    }

    [Theory]
    [InlineData("wrng-wrng-wrng", "登録用パスワードが正しくありません。メールに記載された登録用パスワードをご確認のうえ、もう一度入力してください。")]
    [InlineData("", "登録用パスワードを入力してください。")]
    public async Task Password_WhenWrongOrEmpty_IsAskedForAgainAtTheSameLink(string password, string sentence)
    {
        await using var sink = SmtpSink.Start();
        await using var portal = await WebProcess.StartAsync(MailServer.At(sink.Port));
        using var client = portal.CreateClient();
        await client.RequestLinkAsync("taro@sample.com");
        var mail = await sink.NextAsync(Patience);

        var again = await client.EnterAsync(mail, password);

        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Errors.ShouldHaveSingleItem().Text.ShouldBe(sentence);
        (await client.EnterAsync(mail)).Heading.ShouldContain("申込みの流れ");
    }

    [Theory]
    [InlineData("Registration__LinkLifetimeDays", "soon")]
    [InlineData("Database__Provider", "Oracle")]
    [InlineData("Mail__From", "nobody")]
    [InlineData("Registration__TermsFile", "missing.txt")]
    public async Task Start_WithASenselessSetting_IsRefusedNamingIt(string setting, string value)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");

        var (exitCode, output) = await WebProcess.RunAsync(directory.FullName, [], new Dictionary<string, string> { [setting] = value });

        exitCode.ShouldBe(1);
        output.ShouldContain(setting);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task AuditVerify_OnAnUntouchedTrail_SaysItIsWhole()
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");

        (await WebProcess.RunAsync(directory.FullName, ["migrate"])).ExitCode.ShouldBe(0);
        var (exitCode, output) = await WebProcess.RunAsync(directory.FullName, ["audit", "verify"]);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("whole");
        directory.Delete(recursive: true);
    }
}
