using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Tests;

/// <summary>The cookies of the three audiences: how they are set, how long they are good, and that each is good for its own audience alone.</summary>
public sealed class CookieTests
{
    // Where each audience has its pages, and where it is led without a session.
    private static readonly IReadOnlyList<(string Scheme, string Home, string LogIn)> Audiences =
    [
        (RegistrantCookie.Scheme, "/registration/type", "/registration/session-ended"),
        (WebUserCookie.Scheme, WebUserCookie.Home, WebUserCookie.LogInPage),
        (StaffCookie.Scheme, StaffCookie.Home, StaffCookie.SignInPage),
    ];

    [Fact]
    [Trait("Requirement", "S32")]
    public async Task EveryCookie_OfEveryWay_IsSecureHiddenFromScriptsAndBoundToTheHost()
    {
        await using var portal = WebPortal.Start();
        await using var beside = TestPortal.Beside(portal);
        var applicant = await beside.AddApplicantAsync(await beside.InsuranceUserOfAsync((await beside.EnterServiceAsync()).Id));
        using var client = portal.CreateClient(out var jar);

        var form = await (await (await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"))).FillAsync(ApplicationType.WebUser)).SubmitAsync();
        await form.Form("閉じる").Press("閉じる");
        var link = await Page.GetAsync(client, $"/p/{await beside.MailedTokenAsync("hanako@example.jp")}");
        var choice = (await link.Form("パスワードの設定へ").Press("パスワードの設定へ")).Form("パスワードを設定する");
        await choice.Fill("New", ServiceSteps.Password).Fill("NewAgain", ServiceSteps.Password).Press("パスワードを設定する");
        await client.LogInAsync(applicant);
        await WithOneTimePasswordAsync("/service/one-time-password", "認証アプリ(スマートフォンなどに表示)", () => client.LogInAsync(applicant), "/service");
        await client.SignInStaffAsync("clerk");
        await WithOneTimePasswordAsync("/backoffice/one-time-password", null, () => client.SignInStaffAsync("clerk"), "/backoffice/cases");

        jar.SetCookies.Select(cookie => cookie.Split('=')[0]).Distinct().Count().ShouldBe(8); // Three sessions, three ways half gone, the form's and the note's.
        foreach (var cookie in jar.SetCookies)
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ShouldContain("; path=/;", Case.Insensitive);
            cookie.ShouldContain("; secure", Case.Insensitive);
            cookie.ShouldContain("; httponly", Case.Insensitive);
            cookie.ShouldMatch("(?i); samesite=(lax|strict)");
            cookie.ShouldNotContain("domain=", Case.Insensitive);
        }
        // A session ends with the browser's window; what is deleted lies long ago.
        jar.SetCookies.Where(cookie => cookie.Contains("expires=", StringComparison.OrdinalIgnoreCase)).ShouldAllBe(cookie => cookie.Contains("1970", StringComparison.Ordinal));

        async Task WithOneTimePasswordAsync(string address, string? method, Func<Task<Page>> logInAsync, string home)
        {
            var begin = (await Page.GetAsync(client, address)).Form("設定を始める");
            if (method is not null) begin.Check(method);
            var pending = await begin.Press("設定を始める");
            var key = pending.Document.QuerySelector(".code-key")!.TextContent;
            await pending.Form("設定を完了する").Fill("ワンタイムパスワード", Authenticator.Show(key, portal.Clock.GetUtcNow())).Press("設定を完了する");
            await (await Page.GetAsync(client, home)).Form("ログアウト").Press("ログアウト");
            var asked = await logInAsync();
            var opened = await asked.Form("ログインする").Fill("ワンタイムパスワード", Authenticator.Show(key, portal.Clock.GetUtcNow(), 1)).Press("ログインする");
            opened.Address.AbsolutePath.ShouldBe(home);
        }
    }

    [Fact]
    [Trait("Requirement", "S31")]
    public async Task Cookie_OfOneAudience_OpensNothingOfAnothers_NorUnderItsName()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient(out var jar);
        await EnterAsAllAsync(portal, client);
        foreach (var (_, home, _) in Audiences) (await Page.GetAsync(client, home)).Address.AbsolutePath.ShouldBe(home);
        var names = await portal.AskAsync<IOptionsMonitor<CookieAuthenticationOptions>, List<string>>(options => Task.FromResult(Audiences.Select(audience => options.Get(audience.Scheme).Cookie.Name!).ToList()));

        for (var from = 0; from < names.Count; from++)
        {
            for (var to = 0; to < names.Count; to++)
            {
                if (from == to) continue;
                using var thief = portal.CreateClient(out var stolen);
                stolen.Put(names[from], jar.Cookies[names[from]]);
                (await Page.GetAsync(thief, Audiences[to].Home)).Address.AbsolutePath.ShouldBe(Audiences[to].LogIn, $"{names[from]} for {Audiences[to].Home}");
                stolen.Put(names[to], jar.Cookies[names[from]]);
                (await Page.GetAsync(thief, Audiences[to].Home)).Address.AbsolutePath.ShouldBe(Audiences[to].LogIn, $"{names[from]} as {names[to]}");
            }
        }
    }

    [Fact]
    [Trait("Requirement", "S30")]
    [Trait("Requirement", "S31")]
    public async Task Session_LeftAloneFor30Minutes_HasEnded_ForEveryAudience()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        await EnterAsAllAsync(portal, client);

        // Every request counts, also in the first half of the time.
        foreach (var minutes in new[] { 10, 29 })
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(minutes));
            foreach (var (_, home, _) in Audiences) (await Page.GetAsync(client, home)).Address.AbsolutePath.ShouldBe(home);
        }
        portal.Clock.Advance(TimeSpan.FromMinutes(30).Add(TimeSpan.FromSeconds(1)));

        foreach (var (_, home, logIn) in Audiences) (await Page.GetAsync(client, home)).Address.PathAndQuery.ShouldBeOneOf($"{logIn}?ended=true", $"{logIn}?why=Idle");
    }

    [Theory]
    [InlineData(WebUserCookie.Scheme)]
    [InlineData(StaffCookie.Scheme)]
    [Trait("Requirement", "S29")]
    public async Task LogIn_OverALiveSession_EndsTheEarlierOne_WhereverItsCookieWasCopiedTo(string scheme)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient(out var jar);
        var id = await EnterAsAllAsync(portal, client);
        var (_, home, logIn) = Audiences.Single(audience => audience.Scheme == scheme);
        var name = await portal.AskAsync<IOptionsMonitor<CookieAuthenticationOptions>, string>(options => Task.FromResult(options.Get(scheme).Cookie.Name!));
        using var thief = portal.CreateClient(out var stolen);
        stolen.Put(name, jar.Cookies[name]);
        (await Page.GetAsync(thief, home)).Address.AbsolutePath.ShouldBe(home);

        // No page offers it, but the token of any form of the session is good for it.
        var token = (await Page.GetAsync(client, home)).Form("ログアウト").Value("__RequestVerificationToken");
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("UserId", id), new("StaffId", "clerk"), new("Password", scheme == StaffCookie.Scheme ? StaffByHttp.Password : ServiceSteps.Password)]);
        using var answer = await client.PostAsync(new Uri(logIn, UriKind.Relative), content, TestContext.Current.CancellationToken);

        jar.Cookies[name].ShouldNotBe(stolen.Cookies[name]);
        (await Page.GetAsync(client, home)).Address.AbsolutePath.ShouldBe(home);
        (await Page.GetAsync(thief, home)).Address.AbsolutePath.ShouldBe(logIn);
    }

    // One browser with a session of each audience; gives back the WebユーザーID.
    private static async Task<string> EnterAsAllAsync(WebPortal portal, HttpClient client)
    {
        await using var beside = TestPortal.Beside(portal);
        var (id, _) = await beside.EnterServiceAsync();
        await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"));
        await client.LogInAsync(id);
        await client.SignInStaffAsync("clerk");
        return id;
    }
}
