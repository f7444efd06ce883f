using System.Net;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using NexiPortal.TestSupport;
using NexiPortal.Web.Pages.Service.Users;

namespace NexiPortal.Web.Tests;

/// <summary>Nobody sees or touches what belongs to another insurance user, on any page there is: two companies, every route.</summary>
public sealed class ForeignUserTests(OnePortal one) : IClassFixture<OnePortal>
{
    public static TheoryData<string> Routes => [.. ServiceByHttp.ForAdministrators];

    // With everything that can be done to an applicant.
    public static TheoryData<string, string> Addresses
    {
        get
        {
            var addresses = new TheoryData<string, string>();
            foreach (var route in ServiceByHttp.ForAdministrators.Where(route => route.Contains("{id}", StringComparison.Ordinal)))
            {
                if (!route.Contains("{verb}", StringComparison.Ordinal)) addresses.Add(route, route);
                else foreach (var verb in ApplicantVerb.All) addresses.Add(route, route.Replace("{verb}", verb.Key, StringComparison.Ordinal));
            }
            return addresses;
        }
    }

    [Theory, MemberData(nameof(Routes))]
    [Trait("Requirement", "S40")]
    public async Task Page_ForAdministrators_IsNotThereForAnApplicant_AndTheAuditTrailSaysWhoAsked(string route)
    {
        await using var portal = TestPortal.Beside(one.Portal);
        var (_, applicant) = await EnterAsync(portal);
        using var client = one.Portal.CreateClient();
        await client.LogInAsync(applicant);

        var page = await Page.GetAsync(client, ServiceByHttp.Filled(route, applicant));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldNotContain(applicant);
        (await RefusedAsync(portal, applicant)).ShouldBe([$"AccessRefused {route.TrimStart('/')}"]);
    }

    [Theory, MemberData(nameof(Addresses))]
    [Trait("Requirement", "S40")]
    public async Task Page_OfAnothersUser_IsNotThere_NeitherToLookAtNorToSend(string route, string address)
    {
        await using var portal = TestPortal.Beside(one.Portal);
        var (administrator, own) = await EnterAsync(portal);
        var (foreignAdministrator, foreign) = await EnterAsync(portal);
        var before = (await OfAsync(portal, foreign), await OfAsync(portal, foreignAdministrator));
        using var client = one.Portal.CreateClient();
        await client.LogInAsync(administrator);
        // What is not offered for one's own applicant has no form; what is sent is the same for everything done to one.
        var mine = await Page.GetAsync(client, ServiceByHttp.Filled(route == address ? route : route.Replace("{verb}", "delete", StringComparison.Ordinal), own));
        mine.Status.ShouldBe(HttpStatusCode.OK);
        var hasForm = mine.Document.QuerySelector("main form") is not null;
        List<string> expected = [];

        foreach (var id in new[] { foreign, foreignAdministrator })
        {
            var to = ServiceByHttp.Filled(address, id);
            (await Page.GetAsync(client, to)).Status.ShouldBe(HttpStatusCode.NotFound);
            expected.Add($"AccessRefused {route.TrimStart('/')}");
            if (!hasForm) continue;
            var form = mine.Form().SendTo(to);
            (await form.Press(form.ButtonTexts[0])).Status.ShouldBe(HttpStatusCode.NotFound);
            expected.Add($"AccessRefused {route.TrimStart('/')}");
        }

        (await RefusedAsync(portal, administrator)).ShouldBe(expected);
        (await OfAsync(portal, foreign), await OfAsync(portal, foreignAdministrator)).ShouldBe(before);
    }

    [Fact]
    [Trait("Requirement", "S39")]
    public async Task PostedFields_OfAnothersCompany_AreNotBound()
    {
        await using var portal = TestPortal.Beside(one.Portal);
        var (administrator, _) = await EnterAsync(portal);
        var (_, foreign) = await EnterAsync(portal);
        var other = await portal.InsuranceUserOfAsync(foreign);
        using var client = one.Portal.CreateClient();
        await client.LogInAsync(administrator);
        var form = (await Page.GetAsync(client, "/service/users/add")).Form("追加する").SendTo($"/service/users/add?InsuranceUserId={other}&Within={other}&Role=Administrator&Slot=50&UserId={foreign}");

        foreach (var (key, value) in ApplicantSteps.Typed().Filled) form.Fill(key, value);
        (await form.Press("追加する")).Text.ShouldContain("2/99件");

        (await portal.SendAsync(new ListApplicants.Query(other, ""))).Value.Registered.ShouldBe(1);
    }

    [Fact]
    public async Task TamperedAndForeignCookies_OpenNothing()
    {
        await using var portal = TestPortal.Beside(one.Portal);
        var (administrator, _) = await EnterAsync(portal);
        using var client = CookieJar.CreateClient(one.Portal.Address, out var jar);
        await client.LogInAsync(administrator);
        var cookie = jar.Cookies["__Host-nexi-user"];

        foreach (var tampered in new[] { cookie[..^2], cookie[..20] + (cookie[20] == 'A' ? 'B' : 'A') + cookie[21..], "x", Guid.NewGuid().ToString("N") })
        {
            using var thief = CookieJar.CreateClient(one.Portal.Address, out var stolen);
            stolen.Put("__Host-nexi-user", tampered);
            (await Page.GetAsync(thief, "/service")).Address.AbsolutePath.ShouldBe("/login");
        }
    }

    private static async Task<(string Administrator, string Applicant)> EnterAsync(TestPortal portal)
    {
        var (administrator, _) = await portal.EnterServiceAsync();
        var (applicant, _) = await portal.EnterApplicantAsync(await portal.InsuranceUserOfAsync(administrator), $"{administrator}@example.jp");
        return (administrator, applicant);
    }

    private static Task<(int Version, WebUserState State)> OfAsync(TestPortal portal, string id) => portal.AskAsync<IWebUsersDb, (int, WebUserState)>(async db =>
    {
        var user = await db.WebUsers.AsNoTracking().SingleAsync(u => u.UserId == WebUserId.Read(id));
        return (user.Version, user.State);
    });

    private static Task<List<string>> RefusedAsync(TestPortal portal, string by) => portal.AskAsync<IAuditDb, List<string>>(db =>
        db.AuditEntries.Where(e => e.Actor == $"webuser:{by}" && e.Action.StartsWith("AccessRefused")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
}
