using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>⑫ sent again, out of turn, or with more in it than the page has.</summary>
public sealed class SubmissionTests
{
    private const string Token = "__RequestVerificationToken";

    [Fact]
    [Trait("Requirement", "S09")]
    [Trait("Requirement", "S46")]
    public async Task SubmissionReplayed_OneAfterTheOtherAndAtOnce_IsOneApplicationAndOneMail()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var link = await portal.ReceiveLinkAsync(client, "taro@sample.com");
        var terms = await (await client.EnterAsync(link)).FillAsync(ApplicationType.HeadOffice);

        var forms = new List<Page>(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => terms.SubmitAsync())));
        for (var i = 0; i < 5; i++) forms.Add(await terms.SubmitAsync());

        forms.Select(form => form.Document.QuerySelector("dd.number")!.TextContent).Distinct().ShouldHaveSingleItem();
        (await ApplicationsAsync(portal)).ShouldHaveSingleItem();
        (await portal.MailsAsync()).Count.ShouldBe(2);
        var again = await client.EnterAsync(link);
        again.Heading.ShouldContain("ステップ5");
        (await Page.GetAsync(client, "/registration/details")).Heading.ShouldContain("ステップ5");
    }

    [Theory]
    [InlineData("/registration/confirm")]
    [InlineData("/registration/terms")]
    [Trait("Requirement", "S37")]
    public async Task StepPostedOutOfTurn_WithAGoodToken_ChangesNothing(string address)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var page = await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"));

        var led = await PostAsync(client, page, address, new() { ["version"] = "1", ["termsVersion"] = "1.0", ["agreed"] = "true" });

        led.Heading.ShouldContain("申込みの流れ");
        led.Errors.ShouldNotBeEmpty();
        (await ApplicationsAsync(portal)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "S39")]
    public async Task FieldsThatThePagesDoNotHave_AreIgnored()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var other = (await client.RequestLinkAsync("other@sample.com")).ShouldNotBeNull();
        var terms = await (await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"))).FillAsync(ApplicationType.HeadOffice);

        var version = terms.Form("申込書印刷へ").Value("version");
        await PostAsync(client, terms, "/registration/terms", new()
        {
            ["version"] = version,
            ["termsVersion"] = terms.Form("申込書印刷へ").Value("termsVersion"),
            ["agreed"] = "true",
            ["Status"] = "Approved",
            ["State"] = "Completed",
            ["Number"] = "9999-00001-0",
            ["Revision"] = "7",
            ["LinkId"] = Guid.Empty.ToString(),
            ["Address"] = "evil@sample.com",
            ["SubmittedAt"] = "2000-01-01",
            ["Progress.IsConfirmed"] = "true",
            ["company-name"] = "別の会社",
        });

        var application = (await ApplicationsAsync(portal)).ShouldHaveSingleItem();
        application.StateAt(TestPortal.Start).ShouldBe(ApplicationState.AwaitingPaper);
        application.Number.Value.ShouldStartWith("2607-");
        application.Revision.ShouldBe(1);
        application.Address.Value.ShouldBe("taro@sample.com");
        application.SubmittedAt.ShouldBe(TestPortal.Start);
        application.Details[ApplicationFields.CompanyName].ShouldBe("株式会社髙﨑𠮷商事");
        other.Heading.ShouldContain("登録用メール送信完了");
    }

    private static Task<Page> PostAsync(HttpClient client, Page from, string address, Dictionary<string, string> fields)
    {
        fields[Token] = from.Document.QuerySelector<IHtmlInputElement>($"input[name={Token}]")!.Value;
        return Page.SendAsync(client, new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });
    }

    private static Task<List<RegistrationApplication>> ApplicationsAsync(WebPortal portal) =>
        portal.AskAsync<IRegistrationDb, List<RegistrationApplication>>(db => db.Applications.AsNoTracking().ToListAsync());
}
