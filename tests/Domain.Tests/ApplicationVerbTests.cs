using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Domain.Tests;

/// <summary>The table of states and verbs, row by row.</summary>
public sealed class ApplicationVerbTests
{
    private static readonly DateOnly Today = JapanTime.DateAt(Build.Noon);

    private static readonly (Verb Verb, ApplicationState[] From, ApplicationState To)[] Table =
    [
        (Verb.Submit, [Reopened], AwaitingPaper),
        (Verb.Withdraw, [AwaitingPaper, Reopened], Withdrawn),
        (Verb.RegisterReceipt, [AwaitingPaper, AwaitingCorrection], InReview),
        (Verb.RequestCorrection, [InReview], AwaitingCorrection),
        (Verb.Reopen, [AwaitingPaper, InReview, AwaitingCorrection, Reopened], Reopened),
        (Verb.RequestApproval, [InReview], AwaitingApproval),
        (Verb.SendBack, [AwaitingApproval], InReview),
        (Verb.Approve, [AwaitingApproval], Approved),
        (Verb.Decline, [InReview, AwaitingApproval], Declined),
        (Verb.RegisterDispatch, [Approved], Completed),
        (Verb.RegisterReturn, [Completed], Approved),
        (Verb.Expire, [], Expired),
        (Verb.Revive, [Expired], InReview),
    ];

    public static TheoryData<Verb, ApplicationState> EveryPair =>
        [.. from verb in Enum.GetValues<Verb>() from state in Enum.GetValues<ApplicationState>() select (verb, state)];

    [Theory, MemberData(nameof(EveryPair))]
    public void Verb_InAState_IsDoneOrRefusedAsTheTableSays(Verb verb, ApplicationState state)
    {
        var (_, from, to) = Table.Single(row => row.Verb == verb);
        var application = Build.ApplicationIn(state);
        var lines = application.History.Count;

        var answer = Do(verb, application, Build.Noon);

        answer.Succeeded.ShouldBe(from.Contains(state));
        application.StateAt(Build.Noon).ShouldBe(answer.Succeeded ? to : state);
        application.History.Count.ShouldBe(answer.Succeeded ? lines + 1 : lines);
        application.TakeEvents().Any().ShouldBe(answer.Succeeded);
        if (!answer.Succeeded) answer.Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.NotInThisState);
    }

    [Theory]
    [InlineData(Performer.Clerk, InReview, new[] { Verb.RequestCorrection, Verb.Reopen, Verb.RequestApproval })]
    [InlineData(Performer.Approver, InReview, new[] { Verb.Decline })]
    [InlineData(Performer.Approver, AwaitingApproval, new[] { Verb.SendBack, Verb.Approve, Verb.Decline })]
    [InlineData(Performer.Registrant, AwaitingPaper, new[] { Verb.Withdraw })]
    [InlineData(Performer.Clerk, Expired, new[] { Verb.Revive })]
    public void Verbs_OfferedToAPerformer_AreThoseOfTheTable(Performer who, ApplicationState state, Verb[] verbs) =>
        Build.ApplicationIn(state).VerbsFor(who, Build.Noon).ShouldBe(verbs, ignoreOrder: true);

    [Theory]
    [InlineData(AwaitingPaper, 90)]
    [InlineData(AwaitingCorrection, 60)]
    [InlineData(Reopened, 60)]
    public void Waiting_OnceItsDeadlineIsPast_HasExpiredWithoutAnyJob(ApplicationState state, int days)
    {
        var application = Build.ApplicationIn(state);
        var deadline = JapanTime.EndOfDayAfter(Build.Noon, days);

        application.ExpiresAt.ShouldBe(deadline);
        application.StateAt(deadline).ShouldBe(state);
        application.StateAt(deadline.AddSeconds(1)).ShouldBe(Expired);
        application.Withdraw(Build.Clerk, deadline.AddSeconds(1)).Succeeded.ShouldBeFalse();
        application.Expire(deadline).Succeeded.ShouldBeFalse();
        application.Expire(deadline.AddSeconds(1)).Succeeded.ShouldBeTrue();
        application.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<ApplicationExpired>().ShouldSatisfyAllConditions(
            expired => expired.Awaited.ShouldBe(state),
            expired => expired.Deadline.ShouldBe(deadline));
        application.Expire(deadline.AddSeconds(2)).Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData(InReview)]
    [InlineData(AwaitingApproval)]
    [InlineData(Approved)]
    [InlineData(Completed)]
    public void Case_InStaffsHands_NeverExpires(ApplicationState state) =>
        Build.ApplicationIn(state).StateAt(Build.Noon.AddYears(10)).ShouldBe(state);

    [Fact]
    public void Approval_ByThePersonWhoAskedForIt_IsRefused()
    {
        var application = Build.ApplicationIn(AwaitingApproval);
        application.Approve(Build.Clerk, Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.SecondPersonNeeded);
        application.Approve(Build.Approver, Build.Noon).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Approval_AfterAnotherClerkAskedAgain_IsOpenToTheFirst()
    {
        var application = Build.ApplicationIn(AwaitingApproval);
        application.SendBack("確認", Build.Approver, Build.Noon);
        application.RequestApproval(Build.AllChecks(application), false, "", Build.Approver, Build.Noon);

        application.Approve(Build.Approver, Build.Noon).Succeeded.ShouldBeFalse();
        application.Approve(Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void ApprovalRequest_WithAPointUnchecked_IsRefused()
    {
        var application = Build.ApplicationIn(InReview);
        application.RequestApproval(Build.AllChecks(application)[1..], false, "", Build.Clerk, Build.Noon)
            .Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.ChecksIncomplete);
    }

    [Fact]
    public void ApprovalRequest_WithDifferences_NeedsAnExplanation()
    {
        var application = Build.ApplicationIn(InReview, ApplicationType.Branch);
        application.RequestApproval(Build.AllChecks(application), true, "", Build.Clerk, Build.Noon)
            .Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.DifferencesUnexplained);
        application.RequestApproval(Build.AllChecks(application), true, "商号変更の登記を確認", Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Receipt_OfAnOlderRevision_IsRefusedByName()
    {
        var application = Build.ApplicationIn(Reopened);
        application.SubmitAgain(Build.ResumeLink(application), Build.Entry(), new Consent("1.0", Build.Noon), Build.Policy, Build.Noon);

        var refused = application.RegisterReceipt(Today, 1, [], Build.Clerk, Build.Noon).Errors.ShouldHaveSingleItem();
        (refused.Code, refused.Arguments).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(RegistrationErrors.RevisionOutdated),
            r => r.Arguments.ShouldBe([1, 2]));
        application.RegisterReceipt(Today, 2, [], Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Receipt_OfFurtherPapers_KeepsTheDayTheFormArrived()
    {
        var application = Build.ApplicationIn(AwaitingCorrection);
        application.RegisterReceipt(Today.AddDays(5), 1, [], Build.Clerk, Build.Noon.AddDays(5)).Succeeded.ShouldBeTrue();
        application.ReceivedOn.ShouldBe(Today);
        application.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<PaperReceived>().IsFirst.ShouldBeFalse();
    }

    [Fact]
    public void Day_ThatHasNotCome_IsRefused()
    {
        Build.ApplicationIn(AwaitingPaper).RegisterReceipt(Today.AddDays(1), 1, [], Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.DayInFuture);
        Build.ApplicationIn(Approved).RegisterDispatch(Today.AddDays(1), "", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.DayInFuture);
        Build.ApplicationIn(Expired).Revive("遅着", Today.AddDays(1), Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.DayInFuture);
    }

    [Fact]
    public void Day_BeforeItCouldBe_IsRefusedWithTheFirstThatCan()
    {
        string[] first = [JapanTime.LongDate(Today)];
        Build.ApplicationIn(AwaitingPaper).RegisterReceipt(Today.AddDays(-1), 1, [], Build.Clerk, Build.Noon).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(RegistrationErrors.DayTooEarly), e => e.Arguments.ShouldBe(first));
        Build.ApplicationIn(Approved).RegisterDispatch(Today.AddDays(-1), "", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.DayTooEarly);
        Build.ApplicationIn(Expired).Revive("遅着", Today.AddDays(-1), Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.DayTooEarly);
    }

    [Fact]
    public void Day_StaffEntered_StandsInTheHistory()
    {
        var application = Build.ApplicationIn(Completed);
        application.History.Where(entry => entry.On is not null).Select(entry => (entry.Verb, entry.On!.Value)).ShouldBe([(Verb.RegisterReceipt, Today), (Verb.RegisterDispatch, Today)]);
    }

    [Fact]
    public void Correction_ForReasonsNobodyKnows_NeedsANote()
    {
        var application = Build.ApplicationIn(InReview);
        application.RequestCorrection(["made-up"], "", Build.Policy, Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.ReasonRequired);
        application.RequestCorrection(["seal-unclear", "made-up", "form-missing"], "", Build.Policy, Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
        application.History[^1].Items.ShouldBe(["form-missing", "seal-unclear"]);
        application.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<CorrectionRequested>().Reasons.Select(reason => reason.Key).ShouldBe(["form-missing", "seal-unclear"]);
    }

    [Fact]
    public void Reason_WhereOneIsOwed_MayNotBeEmpty()
    {
        Build.ApplicationIn(InReview).RequestCorrection([], "", Build.Policy, Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.ReasonRequired);
        Build.ApplicationIn(AwaitingApproval).SendBack("", Build.Approver, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.ReasonRequired);
        Build.ApplicationIn(AwaitingApproval).Decline("", Build.Approver, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.ReasonRequired);
        Build.ApplicationIn(Expired).Revive("", Today, Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(RegistrationErrors.ReasonRequired);
    }

    [Fact]
    public void SubmissionAgain_MakesTheNextRevision_WithItsOwnDeadlineAndCode()
    {
        var application = Build.ApplicationIn(Reopened);
        var before = application.FormCode;
        var later = Build.Noon.AddDays(10);
        var link = Build.ResumeLink(application, later);

        application.SubmitAgain(link, Build.Entry(but: (ApplicationFields.CompanyName, "株式会社別")), new Consent("1.0", later), Build.Policy, later).Succeeded.ShouldBeTrue();

        application.Revision.ShouldBe(2);
        application.FormExpiresAt.ShouldBe(JapanTime.EndOfDayAfter(later, 90));
        application.FormCode.ShouldNotBe(before);
        link.ApplicationId.ShouldBe(application.Id);
        application.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<ApplicationSubmitted>().Revision.ShouldBe(2);
    }

    [Fact]
    public void Revival_OfAFormThatNeverArrived_CountsAsItsArrival()
    {
        var application = Build.ApplicationIn(Expired);
        application.Revive("消印は期限内", Today, Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
        application.ReceivedOn.ShouldBe(Today);
        application.TakeEvents().Select(happened => happened.GetType()).ShouldBe([typeof(ApplicationRevived), typeof(PaperReceived)]);
    }

    [Theory]
    [InlineData(AwaitingPaper, true)]
    [InlineData(AwaitingCorrection, true)]
    [InlineData(Reopened, false)]
    [InlineData(Withdrawn, false)]
    [InlineData(Expired, false)]
    [InlineData(Completed, false)]
    public void Form_IsPrintedWhileItsRevisionCounts(ApplicationState state, bool printable) =>
        Build.ApplicationIn(state).CanPrintFormAt(Build.Noon).ShouldBe(printable);

    [Theory]
    [InlineData(Withdrawn)]
    [InlineData(Declined)]
    [InlineData(Completed)]
    public void Case_OnceClosed_IsVisibleThirtyDaysMore(ApplicationState state)
    {
        var application = Build.ApplicationIn(state);
        application.IsVisibleAt(Build.Noon.AddDays(30).AddSeconds(-1), Build.Policy).ShouldBeTrue();
        application.IsVisibleAt(Build.Noon.AddDays(30), Build.Policy).ShouldBeFalse();
    }

    [Fact]
    public void Reopening_SentAgain_BeginsItsTimeAnew()
    {
        var application = Build.ApplicationIn(Reopened);
        application.Reopen(Build.ResumeLink(application, Build.Noon.AddDays(20)), "", Build.Clerk, Build.Noon.AddDays(20)).Succeeded.ShouldBeTrue();
        application.StateAt(JapanTime.EndOfDayAfter(Build.Noon, 61)).ShouldBe(Reopened);
    }

    private static Result Do(Verb verb, RegistrationApplication application, DateTimeOffset now) => verb switch
    {
        Verb.Submit => application.SubmitAgain(Build.ResumeLink(application), Build.Entry(), new Consent("1.0", now), Build.Policy, now),
        Verb.Withdraw => application.Withdraw(Actor.Registrant(application.LinkId), now),
        Verb.RegisterReceipt => application.RegisterReceipt(Today, application.Revision, ["申込書"], Build.Clerk, now),
        Verb.RequestCorrection => application.RequestCorrection(["seal-missing"], "", Build.Policy, Build.Clerk, now),
        Verb.Reopen => application.Reopen(Build.ResumeLink(application), "", Build.Clerk, now),
        Verb.RequestApproval => application.RequestApproval(Build.AllChecks(application), false, "", Build.Clerk, now),
        Verb.SendBack => application.SendBack("確認", Build.Approver, now),
        Verb.Approve => application.Approve(Build.Approver, now),
        Verb.Decline => application.Decline("理由", Build.Approver, now),
        Verb.RegisterDispatch => application.RegisterDispatch(Today, "123-45-67890-1", Build.Clerk, now),
        Verb.RegisterReturn => application.RegisterReturn("宛所不明", Build.Clerk, now),
        Verb.Expire => application.Expire(now),
        Verb.Revive => application.Revive("遅着", Today, Build.Clerk, now),
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };
}
