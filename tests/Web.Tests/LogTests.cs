using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>What the log must never hold: searched for after a whole run, with everything that can go wrong on the way.</summary>
public sealed class LogTests
{
    private const string Address = "canary.yamada@canary-mail.example";

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

    private static void Break(WebProcess portal)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "nexiportal.db")};Pooling=False;Default Timeout=60");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys=OFF; DROP TABLE RegistrationLinks; DROP TABLE LinkRequests;";
        command.ExecuteNonQuery();
    }
}
