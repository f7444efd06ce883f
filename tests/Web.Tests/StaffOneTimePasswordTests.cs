using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>ワンタイムパスワード of staff by plain HTTP, where it is required.</summary>
public sealed class StaffOneTimePasswordTests
{
    [Fact]
    [Trait("Requirement", "S27")]
    [Trait("Requirement", "S43")]
    public async Task WhereRequired_NothingElseOpensBeforeIt_AndTheHalfWayStateOpensNothing()
    {
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string> { ["Credential__StaffMustHaveOneTimePassword"] = "true" });
        using var client = portal.CreateClient();

        (await client.SignInStaffAsync("clerk")).Address.AbsolutePath.ShouldBe("/backoffice/one-time-password");
        foreach (var route in StaffByHttp.Routes.Where(route => route is not ("/backoffice/logout" or "/backoffice/password")))
            (await Page.GetAsync(client, StaffByHttp.Filled(route))).Address.AbsolutePath.ShouldBe("/backoffice/one-time-password", route);
        var page = await Page.GetAsync(client, "/backoffice/one-time-password");
        page.Text.ShouldContain("職員用画面をご利用になる前に、ワンタイムパスワードを設定してください。");
        page.Text.ShouldNotContain("メール");
        page = await page.Form("設定を始める").Press("設定を始める");
        var key = page.Document.QuerySelector(".code-key")!.TextContent;
        page = await page.Form("設定を完了する").Fill("ワンタイムパスワード", Authenticator.Show(key, TimeProvider.System.GetUtcNow())).Press("設定を完了する");
        page.Heading.ShouldBe("リカバリーコード");
        page.Text.ShouldContain("職員ID");
        var recovery = page.Document.QuerySelector(".recovery-codes li")!.TextContent;
        (await Page.GetAsync(client, "/backoffice/cases")).Heading.ShouldBe("申込一覧");

        using var other = portal.CreateClient();
        var asked = await other.SignInStaffAsync("clerk", address: "/backoffice/login?returnUrl=%2Fbackoffice%2Fletters");
        asked.Heading.ShouldBe("ワンタイムパスワードの入力");
        foreach (var route in StaffByHttp.Routes.Where(route => route != "/backoffice/login/code"))
            (await Page.GetAsync(other, StaffByHttp.Filled(route))).Address.AbsolutePath.ShouldBe("/backoffice/login", route);
        asked = await (await Page.GetAsync(other, asked.Address.PathAndQuery)).Form("ログインする").Fill("ワンタイムパスワード", "000000").Press("ログインする");
        asked.Errors.ShouldHaveSingleItem().Text.ShouldContain("ワンタイムパスワードが正しくないか");
        (await asked.Form("ログインする").Fill("ワンタイムパスワード", recovery).Press("ログインする")).Address.AbsolutePath.ShouldBe("/backoffice/letters");
    }

    [Fact]
    public async Task SenselessSetting_StopsTheStart()
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");
        var (exitCode, output) = await WebProcess.RunAsync(directory.FullName, [], new Dictionary<string, string> { ["Credential__StaffMustHaveOneTimePassword"] = "perhaps" });
        directory.Delete(recursive: true);

        exitCode.ShouldNotBe(0);
        output.ShouldContain("Credential__StaffMustHaveOneTimePassword must be true or false");
    }
}
