using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>The work queue: counts, lists, orders and search, on each database.</summary>
public sealed class WorkQueueTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Counts_AreThoseOfEveryState(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        foreach (var (i, state) in new[] { AwaitingPaper, AwaitingPaper, InReview, Reopened, Declined }.Index()) await portal.CaseInAsync(state, address: $"a{i}@sample.com");

        var counts = (await portal.SendAsync(new WorkQueue.Query())).Value.Counts;

        counts.Select(count => count.State).ShouldBe(Enum.GetValues<ApplicationState>());
        counts.Where(count => count.Count > 0).Select(count => (count.State, count.Count)).ShouldBe([(AwaitingPaper, 2), (InReview, 1), (Reopened, 1), (Declined, 1)]);
        counts.ShouldAllBe(count => !count.OrMore);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Counts_GoNoFurtherThanTheyAreShown(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.AddCasesAsync(WorkQueue.CountedTo + 1);
        foreach (var state in new[] { InReview, Completed, Expired })
        {
            await portal.AskAsync<IRegistrationDb, int>(db => db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, state)));

            var counts = (await portal.SendAsync(new WorkQueue.Query())).Value.Counts;

            counts.Where(count => count.Count > 0).ShouldHaveSingleItem().ShouldBe(new(state, WorkQueue.CountedTo, OrMore: true));
        }
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Case_PastItsDeadline_CountsAsExpiredBeforeAnyJobTold(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        var deadline = JapanTime.EndOfDayAfter(TestPortal.Start, 90);

        portal.Clock.SetUtcNow(deadline);
        (await ListAsync(portal, new(AwaitingPaper))).ShouldBe([number]);
        (await ListAsync(portal, new(Expired))).ShouldBeEmpty();
        (await CountAsync(portal, AwaitingPaper), await CountAsync(portal, Expired)).ShouldBe((1, 0));

        portal.Clock.SetUtcNow(deadline.AddSeconds(1));
        (await ListAsync(portal, new(AwaitingPaper))).ShouldBeEmpty();
        (await ListAsync(portal, new(Expired))).ShouldBe([number]);
        (await CountAsync(portal, AwaitingPaper), await CountAsync(portal, Expired)).ShouldBe((0, 1));
        (await portal.SendAsync(new WorkQueue.Query())).Value.Rows.ShouldHaveSingleItem().State.ShouldBe(Expired);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task List_ByDefault_HasTheLongestWaitingFirst_AndClosedCasesLast(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var declined = await portal.CaseInAsync(Declined);
        var waiting = await portal.SubmitCaseAsync();
        var early = await portal.CaseInAsync(InReview);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var waitingLonger = await portal.SubmitCaseAsync();
        var late = await portal.CaseInAsync(InReview);

        (await ListAsync(portal, new())).ShouldBe([early, late, waiting, waitingLonger, declined]);
        (await ListAsync(portal, new(IsDescending: true))).ShouldBe([declined, waitingLonger, waiting, late, early]);
        (await ListAsync(portal, new(InReview))).ShouldBe([early, late]);
        (await ListAsync(portal, new(By: WorkQueue.Order.Number))).ShouldBe([declined, waiting, early, waitingLonger, late]);
        (await ListAsync(portal, new(By: WorkQueue.Order.Number, IsDescending: true))).ShouldBe([late, waitingLonger, early, waiting, declined]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task List_OfAKind_HasThatKindOnly_AndIsSortedByKind(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var webUser = await portal.SubmitCaseAsync(ApplicationType.WebUser);
        var headOffice = await portal.SubmitCaseAsync();
        var branch = await portal.SubmitCaseAsync(ApplicationType.Branch);

        (await ListAsync(portal, new(Type: ApplicationType.Branch))).ShouldBe([branch]);
        (await ListAsync(portal, new(By: WorkQueue.Order.Type))).ShouldBe([branch, headOffice, webUser]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Search_FindsACase_HoweverItIsTyped(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.SubmitCaseAsync(ApplicationType.WebUser, "keiri@other.example.jp");
        var number = await portal.SubmitCaseAsync(ApplicationType.Branch, "boueki@branch.example.jp");
        foreach (var typed in new[] { number.Value, number.Value.Replace("-", "", StringComparison.Ordinal), "123456789", "１２３４５", "boueki@branch", "BOUEKI@" })
            (await ListAsync(portal, new(Search: typed))).ShouldBe([number], typed);
        foreach (var typed in new[] { "03-1234-5678", "0312345679", "03(1234)", "タカサキヨシ", "たかさきよし", "ｶﾌﾞｼｷｶﾞｲｼｬ ﾀｶｻｷ", "株式会社髙﨑", "㈱高崎吉", "hanako@EXAMPLE.jp" })
            (await ListAsync(portal, new(Search: typed))).Count.ShouldBe(2, typed);
        foreach (var typed in new[] { "存在しない", "・・", "***", "%", "_", "2607-00002-0" })
            (await ListAsync(portal, new(Search: typed))).ShouldBeEmpty(typed);
        (await ListAsync(portal, new(Search: "タカサキヨシショウジオオサカ"))).ShouldBe([number]);
        (await ListAsync(portal, new(State: InReview, Search: number.Value))).ShouldBeEmpty();
        (await ListAsync(portal, new(Type: ApplicationType.Branch, Search: "タカサキ"))).ShouldBe([number]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Pages_TogetherHoldEveryCaseOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.AddCasesAsync(130);
        foreach (var query in new WorkQueue.Query[] { new(), new(Completed), new(By: WorkQueue.Order.Type, IsDescending: true), new(Expired, By: WorkQueue.Order.Number) })
        {
            var pages = new List<WorkQueue.View>();
            do pages.Add((await portal.SendAsync(query with { Page = pages.Count + 1 })).Value);
            while (pages[^1].HasMore);

            var listed = pages.SelectMany(page => page.Rows).Select(row => row.Number).ToList();
            listed.ShouldBeUnique();
            listed.Count.ShouldBe(query.State is { } state ? await CountAsync(portal, state) : 130);
            pages.SkipLast(1).ShouldAllBe(page => page.Rows.Count == WorkQueue.PageSize);
        }
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S52")]
    public async Task Search_ForWhatNobodyCanBeCalled_FindsNothing(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.SubmitCaseAsync();
        foreach (var typed in new[] { "\0", "a\0b", "%", "_", "' OR 1=1 --", "\U0010FFFF", new string('ニ', 5000) })
            (await ListAsync(portal, new(Search: typed))).ShouldBeEmpty(typed);
    }

    [Fact]
    public async Task Search_ThatFindsTooMany_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.AddCasesAsync(WorkQueue.FoundAtMost + 1);
        (await portal.SendAsync(new WorkQueue.Query(Search: "soumu"))).Value.FoundTooMany.ShouldBeTrue();
        (await portal.SendAsync(new WorkQueue.Query(Search: "soumu1@"))).Value.FoundTooMany.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Row_TellsTheBusinessDayClock_AndWhoAskedForApproval(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.AddStaffAsync("clerk");
        var number = await portal.CaseInAsync(AwaitingCorrection);
        portal.Clock.Advance(TimeSpan.FromDays(5));
        (await RowAsync(portal)).Clock.ShouldBe(new(DaysLeft: 5, IsPaused: true));
        await portal.DoAsync(number, Verb.RegisterReceipt);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.DoAsync(number, Verb.RequestApproval);

        var queue = (await portal.SendAsync(new WorkQueue.Query(AwaitingApproval))).Value;

        var row = queue.Rows.ShouldHaveSingleItem();
        (row.Company, row.SubmittedAt, row.ApprovalRequestedBy).ShouldBe(("株式会社髙﨑𠮷商事", TestPortal.Start, Actor.Staff("clerk")));
        row.Clock.ShouldBe(new(DaysLeft: 4, IsPaused: false));
        queue.StaffNames[Actor.Staff("clerk")].ShouldBe("受付 太郎");

        await portal.DoAsync(number, Verb.Approve);
        (await RowAsync(portal)).ApprovalRequestedBy.ShouldBeNull();
        await portal.DoAsync(number, Verb.RegisterDispatch);
        (await RowAsync(portal)).Clock.ShouldBeNull();

        static async Task<WorkQueue.Row> RowAsync(TestPortal portal) => (await portal.SendAsync(new WorkQueue.Query())).Value.Rows.ShouldHaveSingleItem();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Questions_TakeAHandfulOfQueries(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.AddCasesAsync(100);
        var number = (await portal.SendAsync(new WorkQueue.Query())).Value.Rows[0].Number;
        foreach (var query in new WorkQueue.Query[] { new(), new(Expired), new(Search: "ニホン"), new(InReview, ApplicationType.Branch, "03") })
            (await QueryCount.OfAsync(() => portal.SendAsync(query))).ShouldBeInRange(1, 6);
        (await QueryCount.OfAsync(() => portal.SendAsync(new ViewCase.Query(number, [Performer.Clerk])))).ShouldBeInRange(1, 6);
    }

    private static async Task<IReadOnlyList<ApplicationNumber>> ListAsync(TestPortal portal, WorkQueue.Query query) =>
        [.. (await portal.SendAsync(query)).Value.Rows.Select(row => row.Number)];

    private static async Task<int> CountAsync(TestPortal portal, ApplicationState state) =>
        (await portal.SendAsync(new WorkQueue.Query())).Value.Counts.Single(count => count.State == state).Count;
}
