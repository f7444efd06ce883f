using NexiPortal.Domain.Staff;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>People with a session at a portal, each known by the Cookie header of a browser.</summary>
internal static class Visitors
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A registrant at ⑩ with an entry half filled in and saved.</summary>
    public static async Task<string> EnterRegistrantAsync(this PortalProcess portal)
    {
        using var client = portal.CreateClient(out var jar);
        await client.RequestLinkAsync("soumu@boueki.example.jp");
        var chooseType = await client.EnterAsync(await portal.Mail.NextAsync(Patience));
        await (await chooseType.BeginAsync("日本貿易株式会社")).Press("一時保存する");
        // What the page had to say once is said.
        await Page.GetAsync(client, "/registration/details");
        return Held(jar);
    }

    /// <summary>A member of staff who may do everything.</summary>
    public static async Task<string> SignInStaffAsync(this PortalProcess portal, string id)
    {
        await portal.UseCases.EmployAsync(id, StaffRoles.Clerk | StaffRoles.Supervisor | StaffRoles.Auditor);
        using var client = portal.CreateClient(out var jar);
        await (await Page.GetAsync(client, "/backoffice/login")).Form("ログインする").Fill("職員ID", id).Fill("パスワード", StaffSteps.Password).Press("ログインする");
        return Held(jar);
    }

    /// <summary>An administrator.</summary>
    public static async Task<string> LogInWebUserAsync(this PortalProcess portal)
    {
        var (id, _) = await portal.UseCases.EnterServiceAsync();
        using var client = portal.CreateClient(out var jar);
        await (await Page.GetAsync(client, "/login")).Form("ログインする").Fill("WebユーザーID", id).Fill("パスワード", ServiceSteps.Password).Press("ログインする");
        return Held(jar);
    }

    private static string Held(CookieJar jar) => string.Join("; ", jar.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
}
