using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationState;

namespace NexiPortal.Domain.Tests;

/// <summary>What the business-day clock of a case is read from, and what the queue sorts by.</summary>
public sealed class ReviewTimeTests
{
    private static readonly DateOnly Today = JapanTime.DateAt(Build.Noon);

    [Theory]
    [InlineData(AwaitingPaper)]
    [InlineData(Reopened)]
    public void Clock_BeforeThePaperArrived_DoesNotRun(ApplicationState state) => Build.ApplicationIn(state).ReviewTime.ShouldBeNull();

    [Fact]
    public void Clock_OnceThePaperArrived_RunsWithoutPause()
    {
        var time = Build.ApplicationIn(InReview).ReviewTime.ShouldNotBeNull();
        (time.ReceivedOn, time.Pauses.Count, time.DispatchedOn).ShouldBe((Today, 0, null));
    }

    [Fact]
    public void Correction_PausesTheClock_UntilTheDayThePapersArrived()
    {
        var application = Build.ApplicationIn(AwaitingCorrection);
        application.ReviewTime!.Pauses.ShouldBe([new(Build.Noon, null)]);

        application.RegisterReceipt(Today.AddDays(4), 1, [], Build.Clerk, Build.Noon.AddDays(6));

        application.ReviewTime!.Pauses.ShouldBe([new(Build.Noon, JapanTime.EndOf(Today.AddDays(4)))]);
    }

    [Fact]
    public void Reopening_AfterThePaperArrived_PausesTheClock_UntilTheNewFormArrived()
    {
        var application = Build.ApplicationIn(InReview);
        application.Reopen(Build.ResumeLink(application), "", Build.Clerk, Build.Noon);
        application.Reopen(Build.ResumeLink(application), "", Build.Clerk, Build.Noon.AddDays(1));
        application.SubmitAgain(Build.ResumeLink(application), Build.Entry(), new Consent("1.0", Build.Noon), Build.Policy, Build.Noon.AddDays(2));
        application.ReviewTime!.Pauses.ShouldBe([new(Build.Noon, null)]);

        application.RegisterReceipt(Today.AddDays(5), 2, [], Build.Clerk, Build.Noon.AddDays(5));

        application.ReviewTime!.Pauses.ShouldBe([new(Build.Noon, JapanTime.EndOf(Today.AddDays(5)))]);
        application.ReceivedOn.ShouldBe(Today);
    }

    [Fact]
    public void Clock_EndsWithTheFirstDispatch()
    {
        var application = Build.ApplicationIn(Completed);
        application.RegisterReturn("", Build.Clerk, Build.Noon.AddDays(9));
        application.RegisterDispatch(Today.AddDays(10), "", Build.Clerk, Build.Noon.AddDays(10));
        application.ReviewTime!.DispatchedOn.ShouldBe(Today);
    }

    [Theory]
    [InlineData(AwaitingPaper, null)]
    [InlineData(InReview, "残り4")]
    [InlineData(AwaitingCorrection, "停止5")]
    [InlineData(AwaitingApproval, "残り4")]
    [InlineData(Approved, "残り4")]
    [InlineData(Completed, null)]
    [InlineData(Declined, null)]
    [InlineData(Expired, null)]
    public void Clock_ReadTheNextBusinessDay_RunsWhereTheCaseIsOpen(ApplicationState state, string? reading)
    {
        var clock = Build.ApplicationIn(state).ClockAt(Build.Noon.AddDays(1), Build.Policy);
        (clock is null ? null : $"{(clock.IsPaused ? "停止" : "残り")}{clock.DaysLeft}").ShouldBe(reading);
    }

    [Fact]
    public void Clock_OfALetterThatCameBack_DoesNotRunAgain()
    {
        var application = Build.ApplicationIn(Completed);
        application.RegisterReturn("", Build.Clerk, Build.Noon.AddDays(9));
        application.ClockAt(Build.Noon.AddDays(9), Build.Policy).ShouldBeNull();
    }

    [Theory]
    [InlineData(AwaitingPaper)]
    [InlineData(AwaitingCorrection)]
    [InlineData(Reopened)]
    public void Due_WhileTheRegistrantIsWaitedFor_IsTheDeadline(ApplicationState state)
    {
        var application = Build.ApplicationIn(state);
        application.DueAt.ShouldBe(application.ExpiresAt!.Value);
    }

    [Fact]
    public void Due_InTheInsurersHands_IsTheEarlierTheLongerTheCaseHasLain()
    {
        var paused = Build.ApplicationIn(AwaitingCorrection);
        paused.RegisterReceipt(Today.AddDays(4), 1, [], Build.Clerk, Build.Noon.AddDays(4));
        Build.ApplicationIn(InReview).DueAt.ShouldBe(JapanTime.EndOf(Today));
        paused.DueAt.ShouldBe(JapanTime.EndOf(Today.AddDays(4)));
    }

    [Theory]
    [InlineData(Completed)]
    [InlineData(Declined)]
    [InlineData(Withdrawn)]
    [InlineData(Expired)]
    public void Due_OfAClosedCase_ComesLast(ApplicationState state) => Build.ApplicationIn(state).DueAt.Year.ShouldBe(9999);

    [Fact]
    public void Due_OfACaseRevived_CountsFromTheArrivalOfItsPaper()
    {
        var application = Build.ApplicationIn(Expired);
        application.Revive("消印が期限内のため", Today, Build.Clerk, Build.Noon.AddDays(1));
        application.DueAt.ShouldBe(JapanTime.EndOf(Today));
    }
}
