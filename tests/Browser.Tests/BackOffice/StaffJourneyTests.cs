using Microsoft.Playwright;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.BackOffice;

/// <summary>How somebody new comes to work in the back office.</summary>
public sealed class StaffJourneyTests(Browser browser) : IClassFixture<Browser>
{
    private const string Development = "Develop-Only-1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NewMember_FromBeingAddedToTheFirstWorkingDay(bool javaScript)
    {
        var id = $"novice{javaScript}".ToLowerInvariant();
        var supervisor = await browser.OpenAsync(javaScript);
        var console = new List<string>();
        supervisor.Console += (_, message) => console.Add(message.Text);
        await supervisor.GotoAsync("/backoffice/staff");
        (await MainTextAsync(supervisor)).ShouldContain("この画面を表示するには、ログインしてください。");
        await SignInAsync(supervisor, "supervisor", Development);
        supervisor.Url.ShouldEndWith("/backoffice/staff");

        await supervisor.GetByRole(AriaRole.Link, new() { Name = "職員を追加する" }).ClickAsync();
        await PressAsync(supervisor, "追加する");
        (await supervisor.TitleAsync()).ShouldStartWith("エラー：");
        await supervisor.GetByLabel("職員ID").FillAsync(id);
        await supervisor.GetByLabel("氏名").FillAsync("新人 次郎");
        await supervisor.GetByLabel("受付(").CheckAsync();
        await PressAsync(supervisor, "追加する");
        var initial = await supervisor.Locator("dd.secret").InnerTextAsync();

        var member = await browser.OpenAsync(javaScript, width: 390);
        await member.GotoAsync("/backoffice");
        await SignInAsync(member, id, initial);
        (await MainTextAsync(member)).ShouldContain("初期パスワードを変更してください");
        await member.GetByLabel("現在のパスワード").FillAsync(initial);
        await member.GetByLabel("新しいパスワード", new() { Exact = true }).FillAsync(StaffSteps.Password);
        await member.GetByLabel("新しいパスワード(確認用)").FillAsync(StaffSteps.Password);
        await PressAsync(member, "パスワードを変更する");
        (await MainTextAsync(member)).ShouldContain("パスワードを変更しました。");
        (await member.Locator("header").InnerTextAsync()).ShouldContain("受付");
        (await member.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();

        await supervisor.GotoAsync($"/backoffice/staff/{id}");
        await PressAsync(supervisor, "停止する");
        (await MainTextAsync(supervisor)).ShouldContain("利用を停止しました。");
        await member.ReloadAsync();
        (await MainTextAsync(member)).ShouldContain("一定時間操作がなかったか、権限やパスワードが変更されたため、ログアウトしました。");
        console.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneTimePassword_IsSetUpFromTheHome_AskedAtEveryLogin_AndReleasedForALostPhone(bool javaScript)
    {
        await using var portal = browser.Beside();
        var id = $"phone{javaScript}".ToLowerInvariant();
        await portal.EmployAsync(id);
        var member = await browser.OpenAsync(javaScript);
        await member.SignInStaffAsync(id, StaffSteps.Password);
        await member.GotoAsync("/backoffice");
        await member.FollowAsync("ワンタイムパスワードを設定する");
        await member.LookAsync($"staff-otp-{javaScript}");
        await PressAsync(member, "設定を始める");
        await member.LookAsync($"staff-otp-app-{javaScript}");
        var key = await member.Locator(".code-key").InnerTextAsync();
        await member.GetByLabel("ワンタイムパスワード").FillAsync(Authenticator.Show(key, TimeProvider.System.GetUtcNow()));
        await PressAsync(member, "設定を完了する");
        await member.LookAsync($"staff-otp-recovery-{javaScript}");
        await member.FollowAsync("控えたのでホームへ進む");
        (await MainTextAsync(member)).ShouldContain("利用する");
        await member.LookAsync($"staff-otp-home-{javaScript}");
        await PressAsync(member, "ログアウト");

        await member.SignInStaffAsync(id, StaffSteps.Password);
        await PressAsync(member, "ログインする");
        (await MainTextAsync(member)).ShouldContain("ワンタイムパスワードを入力してください。");
        await member.LookAsync($"staff-otp-code-errors-{javaScript}");
        await member.GetByLabel("ワンタイムパスワード").FillAsync(Authenticator.Show(key, TimeProvider.System.GetUtcNow(), 1));
        await PressAsync(member, "ログインする");
        (await MainTextAsync(member)).ShouldContain("申込一覧");
        await PressAsync(member, "ログアウト");

        var supervisor = await browser.OpenAsync(javaScript);
        await supervisor.SignInStaffAsync("supervisor", address: $"/backoffice/staff/{id}");
        await supervisor.LookAsync($"staff-otp-release-{javaScript}");
        await PressAsync(supervisor, "ワンタイムパスワードを解除する");
        (await MainTextAsync(supervisor)).ShouldContain("ワンタイムパスワードを解除しました。");
        await member.SignInStaffAsync(id, StaffSteps.Password);
        (await MainTextAsync(member)).ShouldContain("申込一覧");
    }

    [Fact]
    public async Task StaffList_SortsByTheColumnOneClicks()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/backoffice/staff");
        await SignInAsync(page, "supervisor", Development);

        await page.GetByRole(AriaRole.Button, new() { Name = "職員ID" }).ClickAsync();
        var up = await page.Locator("tbody td:first-child").AllInnerTextsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "職員ID" }).ClickAsync();

        up.ShouldBe(up.Order(StringComparer.Ordinal));
        (await page.Locator("tbody td:first-child").AllInnerTextsAsync()).ShouldBe(up.Reverse());
        (await page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort")).ShouldBe("descending");
    }

    private static async Task SignInAsync(IPage page, string id, string password)
    {
        await page.GetByLabel("職員ID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(password);
        await PressAsync(page, "ログインする");
    }

    private static Task<string> MainTextAsync(IPage page) => page.Locator("main").InnerTextAsync();

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
