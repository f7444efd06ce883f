using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>手続き再開用URLを送る: from the mail back to a new revision.</summary>
public sealed class ReopenApplicationTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ResumeLink_OpensStepTwoFilledIn_AndSubmitsTheNextRevision(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(Reopened);

        var opened = await OpenAsync(portal, await LinkInMailAsync(portal));

        opened.LeadsTo.ShouldBe(OpenRegistrationLink.Destination.Entry);
        var progress = (await portal.SendAsync(new ShowProgress.Query(opened.LinkId))).Value;
        progress.Entry!.Typed[ApplicationFields.CompanyName].ShouldBe("株式会社髙﨑𠮷商事");
        (await SubmitAsync(portal, opened.LinkId, "株式会社訂正")).ShouldBe(number);
        var view = await portal.ViewAsync(number);
        (view.State, view.Revision).ShouldBe((AwaitingPaper, 2));
        view.Rows.Single(row => row is { Legend: "保険利用者名", Label: "漢字" }).Value.ShouldBe("株式会社訂正");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SentAgain_VoidsTheLinkBefore_AndKeepsWhatWasSaved(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(Reopened);
        var first = await LinkInMailAsync(portal);
        var opened = await OpenAsync(portal, first);
        var changed = Entries.Complete(ApplicationType.HeadOffice).With(ApplicationFields.CompanyName, "株式会社訂正");
        await portal.SendAsync(new EnterDetails.Command(opened.LinkId, ApplicationType.HeadOffice, await portal.VersionAsync(opened.LinkId), changed, EnterDetails.Button.Save));

        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.DoAsync(number, Verb.Reopen);

        (await portal.SendAsync(new OpenRegistrationLink.Command(first.Token, first.Password))).Value.ShouldBe(new OpenRegistrationLink.Outcome.Unusable(LinkStanding.Replaced));
        (await portal.SendAsync(new CheckRegistrantSession.Query(opened.SessionId))).Value.Standing.ShouldNotBe(CheckRegistrantSession.Standing.Live);
        var second = await OpenAsync(portal, await LinkInMailAsync(portal));
        (await portal.SendAsync(new ShowProgress.Query(second.LinkId))).Value.Entry!.Typed[ApplicationFields.CompanyName].ShouldBe("株式会社訂正");
        var view = await portal.ViewAsync(number);
        view.ExpiresAt.ShouldBe(JapanTime.EndOfDayAfter(TestPortal.Start.AddDays(1), 60));
        view.History.Count(entry => entry.Verb == Verb.Reopen).ShouldBe(2);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SentAgainByTwoAtOnce_LeavesOneLinkThatOpens(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(Reopened);
        var version = (await portal.ViewAsync(number)).Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => portal.SendAsync(new ReopenApplication.Command(number, version, ""), $"staff:clerk{i}"))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        var links = await portal.ResumeLinksAsync();
        links.Count.ShouldBe(2);
        (await portal.SendAsync(new OpenRegistrationLink.Command(links[0].Token, links[0].Password))).Value.ShouldBe(new OpenRegistrationLink.Outcome.Unusable(LinkStanding.Replaced));
        (await portal.SendAsync(new OpenRegistrationLink.Command(links[1].Token, links[1].Password))).Value.ShouldBeOfType<OpenRegistrationLink.Outcome.Opened>();
    }

    [Fact]
    public async Task ReopenedASecondTime_BeginsWithWhatWasSubmittedLast()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Reopened);
        await SubmitAsync(portal, (await OpenAsync(portal, await LinkInMailAsync(portal))).LinkId, "株式会社訂正");

        await portal.DoAsync(number, Verb.Reopen);

        var opened = await OpenAsync(portal, await LinkInMailAsync(portal));
        (await portal.SendAsync(new ShowProgress.Query(opened.LinkId))).Value.Entry!.Typed[ApplicationFields.CompanyName].ShouldBe("株式会社訂正");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Reopening_WhoseLinkRanOut_HasExpired_AndTakesNoSubmission(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(Reopened);
        var link = await LinkInMailAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(61));

        (await portal.ViewAsync(number)).State.ShouldBe(Expired);
        (await portal.SendAsync(new OpenRegistrationLink.Command(link.Token, link.Password))).Value.ShouldBe(new OpenRegistrationLink.Outcome.Unusable(LinkStanding.Expired));
    }

    private static async Task<OpenRegistrationLink.Outcome.Opened> OpenAsync(TestPortal portal, (string Token, string Password) link) =>
        (await portal.SendAsync(new OpenRegistrationLink.Command(link.Token, link.Password))).Value.ShouldBeOfType<OpenRegistrationLink.Outcome.Opened>();

    private static async Task<ApplicationNumber> SubmitAsync(TestPortal portal, Guid linkId, string company) =>
        (await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId, ApplicationType.HeadOffice, (ApplicationFields.CompanyName, company)))).Value;

    private static async Task<(string Token, string Password)> LinkInMailAsync(TestPortal portal) => (await portal.ResumeLinksAsync())[^1];
}
