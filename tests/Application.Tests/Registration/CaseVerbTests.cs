using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>The staff's verbs as use cases: each does what the table says, for whoever acts, from the page that showed the case as it stands.</summary>
public sealed class CaseVerbTests
{
    private static readonly DateOnly Today = JapanTime.DateAt(TestPortal.Start);

    public static TheoryData<DatabaseProvider, ApplicationState, Verb, ApplicationState, string> Steps
    {
        get
        {
            (ApplicationState From, Verb Verb, ApplicationState To, string By)[] steps =
            [
                (AwaitingPaper, Verb.RegisterReceipt, InReview, CaseSteps.Clerk),
                (AwaitingCorrection, Verb.RegisterReceipt, InReview, CaseSteps.Clerk),
                (InReview, Verb.RequestCorrection, AwaitingCorrection, CaseSteps.Clerk),
                (AwaitingPaper, Verb.Reopen, Reopened, CaseSteps.Clerk),
                (InReview, Verb.RequestApproval, AwaitingApproval, CaseSteps.Clerk),
                (AwaitingApproval, Verb.SendBack, InReview, CaseSteps.Approver),
                (AwaitingApproval, Verb.Approve, Approved, CaseSteps.Approver),
                (InReview, Verb.Decline, Declined, CaseSteps.Approver),
                (Approved, Verb.RegisterDispatch, Completed, CaseSteps.Clerk),
                (Completed, Verb.RegisterReturn, Approved, CaseSteps.Clerk),
            ];
            var data = new TheoryData<DatabaseProvider, ApplicationState, Verb, ApplicationState, string>();
            foreach (var (from, verb, to, by) in steps)
            {
                data.Add(DatabaseProvider.Sqlite, from, verb, to, by);
                data.Add(DatabaseProvider.PostgreSql, from, verb, to, by);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Verb_FromTheStateItBelongsTo_LeadsOnAndStandsInTheHistory(DatabaseProvider database, ApplicationState from, Verb verb, ApplicationState to, string by)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(from);

        await portal.DoAsync(number, verb);

        var last = await portal.AskAsync<IAuditDb, string>(db => db.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Actor).FirstAsync());
        last.ShouldBe(by);
        var view = await portal.ViewAsync(number);
        view.State.ShouldBe(to);
        (view.History[^1].Verb, view.History[^1].By.Name, view.History[^1].At).ShouldBe((verb, by, TestPortal.Start));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Revival_OfACaseThatExpiredUntold_BringsItIntoReview(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        portal.Clock.Advance(TimeSpan.FromDays(91));
        (await portal.ViewAsync(number)).State.ShouldBe(Expired);

        await portal.DoAsync(number, Verb.Revive);

        var view = await portal.ViewAsync(number);
        view.State.ShouldBe(InReview);
        view.ReviewTime!.ReceivedOn.ShouldBe(Today.AddDays(91));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S42")]
    [Trait("Requirement", "S43")]
    public async Task Verb_FromAPageShownEarlier_IsRefusedWithThePresentState(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(AwaitingApproval);
        var shown = (await portal.ViewAsync(number)).Version;
        await portal.DoAsync(number, Verb.SendBack);
        await portal.DoAsync(number, Verb.RequestApproval);

        var refused = (await portal.TryAsync(number, Verb.Approve, shown)).Errors.ShouldHaveSingleItem();

        refused.Code.ShouldBe(RegistrationErrors.ChangedMeanwhile);
        refused.Arguments.ShouldBe([AwaitingApproval]);
        (await portal.ViewAsync(number)).State.ShouldBe(AwaitingApproval);
    }

    [Fact]
    public async Task Verb_InAStateItDoesNotBelongTo_IsRefusedWithTheState()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Declined);

        var refused = (await portal.TryAsync(number, Verb.RequestApproval, (await portal.ViewAsync(number)).Version)).Errors.ShouldHaveSingleItem();

        refused.Code.ShouldBe(RegistrationErrors.NotInThisState);
        refused.Arguments.ShouldBe([Declined]);
    }

    [Fact]
    public async Task Verb_ForACaseNobodyKnows_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.SendAsync(new ApproveApplication.Command(ApplicationNumber.Of(Today, 77), 1))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseUnknown);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S43")]
    public async Task Approval_ByWhoAskedForIt_IsRefused(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(AwaitingApproval);
        var view = await portal.ViewAsync(number);

        (await portal.SendAsync(new ApproveApplication.Command(number, view.Version), CaseSteps.Clerk)).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.SecondPersonNeeded);

        view.ApprovalRequestedBy.ShouldBe(new Actor(CaseSteps.Clerk));
        (await portal.ViewAsync(number)).State.ShouldBe(AwaitingApproval);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S44")]
    public async Task ApprovalsAtOnce_ApproveOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(AwaitingApproval);
        var version = (await portal.ViewAsync(number)).Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => portal.SendAsync(new ApproveApplication.Command(number, version), $"staff:approver{i}"))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Errors[0].Code == RegistrationErrors.ChangedMeanwhile && answer.Errors[0].Arguments[0].Equals(Approved));
        (await portal.ViewAsync(number)).History.Count(entry => entry.Verb == Verb.Approve).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ApprovalAndDeclineAtOnce_EndInOneOfThem(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(AwaitingApproval);
        var version = (await portal.ViewAsync(number)).Version;

        var answers = await Task.WhenAll(
            Task.Run(() => portal.SendAsync(new ApproveApplication.Command(number, version), CaseSteps.Approver)),
            Task.Run(() => portal.SendAsync(new DeclineApplication.Command(number, version, "理由"), CaseSteps.Approver)));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        (await portal.ViewAsync(number)).State.ShouldBe(answers[0].Succeeded ? Approved : Declined);
        (await portal.DeliverAsync()).Count(mail => mail.Subject.Contains("審査結果", StringComparison.Ordinal)).ShouldBe(answers[1].Succeeded ? 1 : 0);
    }

    [Fact]
    public async Task Receipt_KeepsTheDayAndThePapersOwedOfThoseTicked()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        portal.Clock.Advance(TimeSpan.FromDays(3));

        var done = await portal.SendAsync(new RegisterPaperReceipt.Command(number, (await portal.ViewAsync(number)).Version, Today.AddDays(2), 1, ["印鑑証明書", "請求書"]), CaseSteps.Clerk);

        done.Succeeded.ShouldBeTrue();
        var view = await portal.ViewAsync(number);
        view.Papers.ShouldBe(["保険利用者登録申込書(代表者印を押したもの)", "印鑑証明書", "履歴事項全部証明書"]);
        (view.History[^1].On, view.ReviewTime!.ReceivedOn).ShouldBe((Today.AddDays(2), Today.AddDays(2)));
        view.History[^1].Items.ShouldBe(["印鑑証明書"]);
    }

    [Fact]
    public async Task Dispatch_TakesTheTrackingNumberInAnyWidth()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Approved);
        await portal.PrintNoticeAsync(number);

        (await portal.SendAsync(new RegisterDispatch.Command(number, (await portal.ViewAsync(number)).Version, Today, "１２３－４５－６７８９０－１"), CaseSteps.Clerk)).Succeeded.ShouldBeTrue();

        var last = (await portal.ViewAsync(number)).History[^1];
        (last.On, last.Note).ShouldBe((Today, "123-45-67890-1"));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("123-45-6789a-1")]
    public async Task Dispatch_WithAnImpossibleTrackingNumber_IsRefusedAtItsField(string typed)
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.SendAsync(new RegisterDispatch.Command(ApplicationNumber.Of(Today, 1), 1, Today, typed))).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(RegistrationErrors.TrackingNumberInvalid), e => e.Field.ShouldBe("TrackingNumber"));
    }

    [Fact]
    public async Task DayOrRevision_NotEntered_IsAskedForAtItsField()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = ApplicationNumber.Of(Today, 1);
        (await portal.SendAsync(new RegisterPaperReceipt.Command(number, 1, null, null, []))).Errors.Select(e => (e.Field, e.Code))
            .ShouldBe([("ArrivedOn", RegistrationErrors.DayRequired), ("Revision", RegistrationErrors.RevisionRequired)]);
        (await portal.SendAsync(new RegisterDispatch.Command(number, 1, null, ""))).Errors.Select(e => (e.Field, e.Code)).ShouldBe([("SentOn", RegistrationErrors.DayRequired)]);
        (await portal.SendAsync(new ReviveApplication.Command(number, 1, "遅れて届いた", null))).Errors.Select(e => (e.Field, e.Code)).ShouldBe([("ArrivedOn", RegistrationErrors.DayRequired)]);
    }

    [Fact]
    public async Task Text_TooLong_IsRefusedWithItsLength()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = ApplicationNumber.Of(Today, 1);
        (await portal.SendAsync(new DeclineApplication.Command(number, 1, new string('あ', 501)))).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(RegistrationErrors.NoteTooLong), e => e.Field.ShouldBe("Reason"), e => e.Arguments.ShouldBe([500, 501]));
        (await portal.SendAsync(new DeclineApplication.Command(number, 1, string.Concat(Enumerable.Repeat("𠮷", 500))))).Errors[0].Code.ShouldBe(RegistrationErrors.CaseUnknown);
    }

    [Theory]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("\u202Etxt", "U+202E")]
    [InlineData("a\tb", "U+0009")]
    [Trait("Requirement", "S52")]
    public async Task Text_WithAControlCharacter_IsRefusedNamingIt(string text, string named)
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.SendAsync(new RequestCorrection.Command(ApplicationNumber.Of(Today, 1), 1, [], text))).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(RegistrationErrors.NoteForbidden), e => e.Arguments.ShouldBe([named]));
    }

    [Fact]
    public async Task Text_OfSeveralLines_IsKeptTidied()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(InReview);
        await portal.SendAsync(new DeclineApplication.Command(number, (await portal.ViewAsync(number)).Version, "  一行目\r\n二行目\r\n"), CaseSteps.Approver);
        (await portal.ViewAsync(number)).History[^1].Note.ShouldBe("一行目\n二行目");
    }
}
