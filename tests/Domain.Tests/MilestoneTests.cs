using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Domain.Tests;

/// <summary>What a registrant sees of a case's history, and what not.</summary>
public sealed class MilestoneTests
{
    private const string ForStaff = "職員だけの覚書";
    private const string ForRegistrant = "登記の商号と異なります";

    private static readonly DateOnly Today = JapanTime.DateAt(Build.Noon);

    [Theory]
    [InlineData(AwaitingPaper, new[] { Verb.Submit })]
    [InlineData(InReview, new[] { Verb.Submit, Verb.RegisterReceipt })]
    [InlineData(AwaitingCorrection, new[] { Verb.Submit, Verb.RegisterReceipt, Verb.RequestCorrection })]
    [InlineData(Reopened, new[] { Verb.Submit, Verb.Reopen })]
    [InlineData(AwaitingApproval, new[] { Verb.Submit, Verb.RegisterReceipt, Verb.RequestApproval })]
    [InlineData(Approved, new[] { Verb.Submit, Verb.RegisterReceipt, Verb.RequestApproval })]
    [InlineData(Completed, new[] { Verb.Submit, Verb.RegisterReceipt, Verb.RequestApproval, Verb.RegisterDispatch })]
    [InlineData(Declined, new[] { Verb.Submit, Verb.RegisterReceipt, Verb.Decline })]
    [InlineData(Withdrawn, new[] { Verb.Submit, Verb.Withdraw })]
    [InlineData(Expired, new[] { Verb.Submit, Verb.Expire })]
    public void Milestones_OfEachState_LeadToIt(ApplicationState state, Verb[] verbs) =>
        Of(Build.ApplicationIn(state)).Select(milestone => milestone.Verb).ShouldBe(verbs);

    [Fact]
    public void ApprovalSentBack_LeavesNoMilestone_HoweverOften()
    {
        var application = Build.ApplicationIn(AwaitingApproval);
        application.SendBack(ForStaff, Build.Approver, Build.Noon);
        Of(application).Select(milestone => milestone.Verb).ShouldBe([Verb.Submit, Verb.RegisterReceipt]);

        application.RequestApproval(Build.AllChecks(application), false, "", Build.Clerk, Build.Noon);
        Of(application).Select(milestone => milestone.Verb).ShouldBe([Verb.Submit, Verb.RegisterReceipt, Verb.RequestApproval]);
    }

    [Fact]
    public void Notes_OfCorrectionRefusalAndArrival_AreForTheRegistrant_AndNoOthers()
    {
        var application = Build.Application();
        Result[] way =
        [
            application.RegisterReceipt(Today, 1, [], Build.Clerk, Build.Noon),
            application.RequestCorrection(["seal-missing", "withdrawn-reason"], ForRegistrant, Build.Policy, Build.Clerk, Build.Noon),
            application.Reopen(Build.ResumeLink(application), ForStaff, Build.Clerk, Build.Noon),
            application.SubmitAgain(Build.ResumeLink(application), Build.Entry(), new Consent("1.0", Build.Noon), Build.Policy, Build.Noon),
            application.RegisterReceipt(Today, 2, [], Build.Clerk, Build.Noon),
            application.RequestApproval(Build.AllChecks(application), true, ForStaff, Build.Clerk, Build.Noon),
            application.Approve(Build.Approver, Build.Noon),
            application.RegisterDispatch(Today, ForStaff, Build.Clerk, Build.Noon),
            application.RegisterReturn(ForStaff, Build.Clerk, Build.Noon),
        ];
        way.ShouldAllBe(step => step.Succeeded);

        var milestones = Of(application);

        milestones.Select(milestone => (milestone.Verb, milestone.Time, milestone.Note)).ShouldBe(
        [
            (Verb.Submit, 1, ""), (Verb.RegisterReceipt, 1, ""), (Verb.RequestCorrection, 1, ForRegistrant), (Verb.Reopen, 1, ""),
            (Verb.Submit, 2, ""), (Verb.RegisterReceipt, 2, ""), (Verb.RequestApproval, 1, ""), (Verb.RegisterDispatch, 1, ""), (Verb.RegisterReturn, 1, ""),
        ]);
        milestones.Where(milestone => milestone.On is not null).Select(milestone => (milestone.Verb, milestone.On)).ShouldBe([(Verb.RegisterReceipt, Today), (Verb.RegisterReceipt, Today)]);
        milestones.SelectMany(milestone => milestone.Reasons).ShouldHaveSingleItem().Key.ShouldBe("seal-missing");
    }

    [Fact]
    public void Refusal_TellsItsReason()
    {
        var application = Build.ApplicationIn(AwaitingApproval);
        application.Decline(ForRegistrant, Build.Approver, Build.Noon);
        Of(application)[^1].Note.ShouldBe(ForRegistrant);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Expiry_IsDatedByItsDeadline_ToldOrNot(bool told)
    {
        var application = Build.Application();
        var later = application.FormExpiresAt.AddDays(3);
        if (told) application.Expire(later);

        Milestone.Of(application, later).Select(milestone => (milestone.Verb, milestone.At)).ShouldBe([(Verb.Submit, Build.Noon), (Verb.Expire, application.FormExpiresAt)]);
    }

    private static IReadOnlyList<Milestone> Of(RegistrationApplication application) => Milestone.Of(application, Build.Noon);
}
