using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Application.Registration.ViewStatistics;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>統計: numbers that follow from what was done, and from nothing else. The tests begin on a Wednesday.</summary>
public sealed class StatisticsTests
{
    private static readonly DateOnly Monday = new(2026, 6, 29);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Weeks_CountEachKindInTheWeekOfItsFirstSubmission_AndHaveNoGap(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        await portal.SubmitCaseAsync(address: "b@sample.com");
        portal.Clock.Advance(TimeSpan.FromDays(14));
        await portal.SubmitCaseAsync(ApplicationType.Branch, "c@sample.com");
        await portal.BringToAsync(number, Reopened);
        var resume = await portal.ResumeLinkAsync(number);
        (await portal.SubmitAsync(resume.Id, await portal.FillAndConfirmAsync(resume.Id))).Succeeded.ShouldBeTrue();

        var view = await ViewAsync(portal, weeks: 3);

        (view.From, view.Until).ShouldBe((Monday, new DateOnly(2026, 7, 15)));
        view.Weeks.Select(week => (week.Monday, week.Counts[ApplicationType.HeadOffice], week.Counts[ApplicationType.Branch], week.Total))
            .ShouldBe([(Monday, 2, 0, 2), (Monday.AddDays(7), 0, 0, 0), (Monday.AddDays(14), 0, 1, 1)]);
        (await ViewAsync(portal, weeks: 1)).Weeks.Sum(week => week.Total).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LeadTimes_AreBusinessDaysFromPaperToLetter_WithoutThoseWaitedFor(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.CaseInAsync(Completed);
        var plain = await portal.CaseInAsync(Approved, address: "b@sample.com");
        var corrected = await portal.CaseInAsync(AwaitingCorrection, address: "c@sample.com");
        await portal.CaseInAsync(Approved, address: "d@sample.com");
        portal.Clock.Advance(TimeSpan.FromDays(5)); // Monday: three business days later.
        await portal.DoAsync(plain, Verb.RegisterDispatch);
        foreach (var verb in new[] { Verb.RegisterReceipt, Verb.RequestApproval, Verb.Approve }) await portal.DoAsync(corrected, verb);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.DoAsync(corrected, Verb.RegisterDispatch);

        var times = (await ViewAsync(portal)).LeadTimes;

        times.Days.ShouldBe([0, 1, 3]);
        (times.Median, times.Ninetieth).ShouldBe((1, 3));
        portal.Clock.Advance(TimeSpan.FromDays(14));
        (await ViewAsync(portal, weeks: 1)).LeadTimes.ShouldSatisfyAllConditions(none => none.Days.ShouldBeEmpty(), none => none.Median.ShouldBeNull());
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Corrections_CountEachReasonOnceARequest_TheMostFrequentFirst(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(AwaitingCorrection);
        await portal.DoAsync(number, Verb.RegisterReceipt);
        var again = new RequestCorrection.Command(number, (await portal.ViewAsync(number)).Version, ["seal-certificate-old"], "");
        (await portal.SendAsync(again, CaseSteps.Clerk)).Succeeded.ShouldBeTrue();

        var view = await ViewAsync(portal);

        view.CorrectionRequests.ShouldBe(2);
        view.Corrections.Select(count => (count.Reason.Key, count.Count)).ShouldBe([("seal-certificate-old", 2), ("seal-missing", 1)]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Stages_CountWhoeverCameAtLeastSoFar_AlsoOnceTheEntryIsForgotten(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ReceiveLinkAsync("a@sample.com");
        await portal.EnterAsync("b@sample.com");
        var chosen = await portal.EnterAsync("c@sample.com");
        await portal.SendAsync(new ChooseApplicationType.Command(chosen, ApplicationType.WebUser));
        await portal.FillAndConfirmAsync(await portal.EnterAsync("d@sample.com"));
        await portal.SubmitCaseAsync(address: "e@sample.com");
        await portal.CaseInAsync(Completed, address: "f@sample.com");

        int[] expected = [6, 5, 4, 3, 3, 2, 1, 1, 1];
        (await ViewAsync(portal)).Stages.Select(stage => stage.Count).ShouldBe(expected);
        portal.Clock.Advance(TimeSpan.FromDays(70));
        await portal.SendAsync(new ForgetExpiredLinks.Command());
        (await ViewAsync(portal)).Stages.Select(stage => stage.Count).ShouldBe(expected);
    }

    [Fact]
    public async Task LinkSentAgain_CountsOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var first = await portal.ReceiveLinkAsync();
        await portal.ReceiveLinkAsync(replaces: first.LinkId);

        (await ViewAsync(portal)).Stages[0].Count.ShouldBe(1);
    }

    private static async Task<View> ViewAsync(TestPortal portal, int weeks = 26) => (await portal.SendAsync(new Query(weeks))).Value;
}
