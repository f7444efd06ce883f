using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using Shouldly;
using static NexiPortal.Domain.Registration.ApplicationState;

namespace NexiPortal.TestSupport;

/// <summary>The staff's way by use cases: each verb as the page of the case would send it.</summary>
public static class StaffSteps
{
    /// <summary>Who receives and checks.</summary>
    public const string Clerk = "staff:clerk";

    /// <summary>Who approves.</summary>
    public const string Approver = "staff:approver";

    private static readonly IReadOnlyList<Performer> Everybody = [Performer.Clerk, Performer.Approver];

    /// <summary>⑤–⑫: a new case.</summary>
    public static async Task<ApplicationNumber> SubmitCaseAsync(this TestPortal portal, ApplicationType type = ApplicationType.HeadOffice, string address = RegistrantSteps.Address)
    {
        var linkId = await portal.EnterAsync(address);
        return (await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId, type))).Value;
    }

    /// <summary>A new case, brought to a state by the verbs that lead there.</summary>
    public static async Task<ApplicationNumber> CaseInAsync(
        this TestPortal portal, ApplicationState state, ApplicationType type = ApplicationType.HeadOffice, string address = RegistrantSteps.Address)
    {
        var number = await portal.SubmitCaseAsync(type, address);
        if (state is AwaitingPaper) return number;
        if (state is Reopened)
        {
            await portal.DoAsync(number, ApplicationVerb.Reopen);
            return number;
        }
        await portal.DoAsync(number, ApplicationVerb.RegisterReceipt);
        if (state is AwaitingCorrection) await portal.DoAsync(number, ApplicationVerb.RequestCorrection);
        if (state is Declined) await portal.DoAsync(number, ApplicationVerb.Decline);
        if (state is AwaitingApproval or Approved or Completed) await portal.DoAsync(number, ApplicationVerb.RequestApproval);
        if (state is Approved or Completed) await portal.DoAsync(number, ApplicationVerb.Approve);
        if (state is Completed) await portal.DoAsync(number, ApplicationVerb.RegisterDispatch);
        (await portal.ViewAsync(number)).State.ShouldBe(state);
        return number;
    }

    /// <summary>Everything the page of a case shows.</summary>
    public static async Task<ViewCase.View> ViewAsync(this TestPortal portal, ApplicationNumber number) =>
        (await portal.SendAsync(new ViewCase.Query(number, Everybody))).Value;

    /// <summary>Does a verb of the staff's, filled in as it usually is; it must succeed.</summary>
    public static async Task DoAsync(this TestPortal portal, ApplicationNumber number, ApplicationVerb verb)
    {
        var done = await portal.TryAsync(number, verb, (await portal.ViewAsync(number)).Version);
        done.Errors.ShouldBeEmpty();
    }

    /// <summary>Tries a verb of the staff's, filled in as it usually is, from a page that showed a version.</summary>
    public static async Task<Result> TryAsync(this TestPortal portal, ApplicationNumber number, ApplicationVerb verb, int version)
    {
        var view = await portal.ViewAsync(number);
        var today = JapanTime.DateAt(portal.Clock.GetUtcNow());
        return verb switch
        {
            ApplicationVerb.RegisterReceipt => await portal.SendAsync(new RegisterPaperReceipt.Command(number, version, today, view.Revision, view.Papers), Clerk),
            ApplicationVerb.RequestCorrection => await portal.SendAsync(new RequestCorrection.Command(number, version, ["seal-unclear"], ""), Clerk),
            ApplicationVerb.Reopen => await portal.SendAsync(new ReopenApplication.Command(number, version, ""), Clerk),
            ApplicationVerb.RequestApproval => await portal.SendAsync(new RequestApproval.Command(number, version, [.. view.Checks.Select(check => check.Key)], ""), Clerk),
            ApplicationVerb.SendBack => await portal.SendAsync(new SendBackApplication.Command(number, version, "印影をもう一度ご確認ください。"), Approver),
            ApplicationVerb.Approve => await portal.SendAsync(new ApproveApplication.Command(number, version), Approver),
            ApplicationVerb.Decline => await portal.SendAsync(new DeclineApplication.Command(number, version, "登記の内容を確認できませんでした。"), Approver),
            ApplicationVerb.RegisterDispatch => await portal.SendAsync(new RegisterDispatch.Command(number, version, today, "123-45-67890-1"), Clerk),
            ApplicationVerb.RegisterReturn => await portal.SendAsync(new RegisterReturnedNotice.Command(number, version, "宛所尋ねあたらず"), Clerk),
            ApplicationVerb.Revive => await portal.SendAsync(new ReviveApplication.Command(number, version, "消印が期限内のため", today), Clerk),
            _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No verb of the staff's."),
        };
    }
}
