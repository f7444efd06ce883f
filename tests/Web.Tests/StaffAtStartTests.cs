using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>What the operator does with staff, and what many logins at once do to the portal.</summary>
public sealed class StaffAtStartTests
{
    private static readonly Dictionary<string, string> Production = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Portal__PublicUrl"] = "https://portal.example.jp",
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Operator__Telephone"] = "03-1111-2222",
        ["Operator__PostalCode"] = "100-0001",
        ["Operator__Address"] = "東京都千代田区",
    };

    [Fact]
    public async Task StaffAdd_BesideARunningPortal_PrintsAPasswordThatOpensIt()
    {
        await using var portal = await WebProcess.StartAsync();

        var (exitCode, output) = await WebProcess.RunAsync(portal.DataDirectory, ["staff", "add", "--id", "Boss", "--role", "Supervisor,Auditor", "--name", "管理 一郎"]);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("Added boss (Supervisor, Auditor).");
        using var client = portal.CreateClient();
        (await client.SignInStaffAsync("boss", output.Trim().Split(' ')[^1])).Heading.ShouldBe("パスワード変更");
        (await portal.OutputAsync()).ShouldNotContain(output.Trim().Split(' ')[^1]);

        (await WebProcess.RunAsync(portal.DataDirectory, ["staff", "add", "--id", "boss", "--role", "Clerk"])).ShouldSatisfyAllConditions(
            again => again.ExitCode.ShouldBe(1),
            again => again.Output.ShouldContain("staff.id-taken"));
    }

    [Theory]
    [InlineData("staff", "add", "--id", "boss")]
    [InlineData("staff", "add", "--id", "boss", "--role", "Boss")]
    public async Task StaffAdd_WithoutAKnownRole_SaysWhatToGive(params string[] arguments)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");

        var (exitCode, output) = await WebProcess.RunAsync(directory.FullName, arguments);

        exitCode.ShouldBe(2);
        output.ShouldContain("Clerk, Approver, Supervisor, Auditor");
        directory.Delete(recursive: true);
    }

    [Fact]
    [Trait("Requirement", "S55")]
    public async Task Production_RefusesDevelopmentStaff_AndHasNoneOfItsOwn()
    {
        string development;
        await using (var portal = await WebProcess.StartAsync())
        {
            development = portal.DataDirectory;
            await portal.TerminateAsync();
            var (exitCode, output) = await WebProcess.RunAsync(development, [], Production);
            exitCode.ShouldBe(1);
            output.ShouldContain("The database holds staff of Development");
        }

        await using var fresh = await WebProcess.StartAsync(new Dictionary<string, string>(Production) { ["Portal__PublicUrl"] = "https://127.0.0.1" });
        var (added, printed) = await WebProcess.RunAsync(fresh.DataDirectory, ["staff", "add", "--id", "boss", "--role", "Supervisor"], Production);
        added.ShouldBe(0, printed);
        using var client = fresh.CreateClient();
        (await client.SignInStaffAsync("clerk")).Errors.ShouldHaveSingleItem();
        (await client.SignInStaffAsync("boss", printed.Trim().Split(' ')[^1])).Heading.ShouldBe("パスワード変更");
    }

    [Theory]
    [InlineData("Portal__PublicUrl", null)]
    [InlineData("Portal__PublicUrl", "http://portal.example.jp")]
    [InlineData("Mail__Smtp__Host", null)]
    [InlineData("Operator__Telephone", null)]
    [InlineData("Operator__PostalCode", null)]
    [InlineData("Operator__Address", null)]
    [Trait("Requirement", "S54")]
    public async Task Production_WithoutWhatOnlyTheOperatorKnows_RefusesToStartInOneSentence(string setting, string? value)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");
        var settings = new Dictionary<string, string>(Production) { [setting] = value ?? "" };

        var (exitCode, output) = await WebProcess.RunAsync(directory.FullName, [], settings);

        exitCode.ShouldBe(1, output);
        output.Trim().ShouldMatch($@"\AThe setting {setting} must [^\n]*\z");
        directory.Delete(recursive: true);
    }

    [Fact]
    [Trait("Requirement", "S58")]
    public async Task TooManyLoginsAtOnce_AreToldSo_WhileOtherPagesAnswer()
    {
        await using var portal = await WebProcess.StartAsync(new Dictionary<string, string> { ["Credential__HashesAtOnce"] = "1", ["Credential__HashesWaiting"] = "2", ["Credential__HashMemoryMiB"] = "64" });
        using var client = portal.CreateClient();
        var login = (await Page.GetAsync(client, "/backoffice/login")).Form("ログインする").Fill("パスワード", "wrong");

        var attempts = Enumerable.Range(0, 40).Select(i => login.Fill("職員ID", $"guess{i}").Press("ログインする")).ToList();
        (await Page.GetAsync(client, "/")).Status.ShouldBe(HttpStatusCode.OK);
        (await Page.GetAsync(client, "/backoffice/login")).Status.ShouldBe(HttpStatusCode.OK);
        var pages = await Task.WhenAll(attempts);

        var busy = pages.Where(page => page.Status == HttpStatusCode.TooManyRequests).ToList();
        busy.ShouldNotBeEmpty();
        busy.ShouldAllBe(page => page.Heading == "ただいま混み合っています");
        pages.Except(busy).ShouldAllBe(page => page.Status == HttpStatusCode.OK && page.Heading == "ログイン");
        pages.Except(busy).ShouldNotBeEmpty();
    }
}
