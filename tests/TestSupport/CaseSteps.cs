using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using Shouldly;
using static NexiPortal.Domain.Registration.ApplicationState;

namespace NexiPortal.TestSupport;

/// <summary>What NEXI's staff and the clock do to a case, by the verbs of the core.</summary>
public static class CaseSteps
{
    /// <summary>What staff write to each other, and no registrant may read.</summary>
    public const string StaffsNote = "職員だけの覚書";

    /// <summary>What staff write to the registrant.</summary>
    public const string NoteToRegistrant = "登記の商号と異なります";

    private static readonly Actor Clerk = new("staff:clerk-secret");
    private static readonly Actor Approver = new("staff:approver-secret");

    /// <summary>A case that waits for its paper, as ⑫ leaves it; with the path and the password of its 登録用URL.</summary>
    public static Task<(ApplicationNumber Number, string Path, string Password)> FileAsync(this TestPortal portal, string address, ApplicationType type = ApplicationType.HeadOffice) =>
        portal.AskAsync<IRegistrationDb, (ApplicationNumber, string, string)>(async db =>
        {
            var now = portal.Clock.Now();
            var (token, password) = (LinkToken.New(), RegistrationPassword.New());
            var link = RegistrationLink.Issue(EmailAddress.Read(address)!, token, password, new(), now);
            db.Links.Add(link);
            db.Drafts.Add(Draft.Of(link));
            var number = await db.NextApplicationNumberAsync(JapanTime.DateAt(now), CancellationToken.None);
            var entry = ApplicationEntry.Read(type, Entries.Complete(type), new EverythingPrints());
            db.Applications.Add(RegistrationApplication.Submit(link, entry, number, new Consent("1.0", now), new(), now));
            (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
            return (number, $"/r/{token.Value}", password.Value);
        });

    /// <summary>The path of a URL to a case, as M20 carries it; issued some minutes ago.</summary>
    public static Task<string> StatusPathAsync(this TestPortal portal, ApplicationNumber number, int minutesAgo = 0) => portal.AskAsync<IRegistrationDb, string>(async db =>
    {
        var token = LinkToken.New();
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        db.StatusLinks.Add(StatusLink.Issue(application, token, new(), portal.Clock.Now().AddMinutes(-minutesAgo)));
        (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
        return $"/s/{token.Value}";
    });

    /// <summary>Brings an application that waits for its paper to a state, by the way that leads there; reopened, its link is given back.</summary>
    public static Task<RegistrationLink?> BringToAsync(this TestPortal portal, ApplicationNumber number, ApplicationState state) => portal.AskAsync<IRegistrationDb, RegistrationLink?>(async db =>
    {
        var now = portal.Clock.Now();
        var today = JapanTime.DateAt(now);
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        RegistrationLink? link = null;
        Result[] way = state switch
        {
            AwaitingPaper => [],
            InReview => [Receive(), AskForApproval(), application.SendBack(StaffsNote, Approver, now)],
            AwaitingCorrection => [Receive(), application.RequestCorrection(["seal-missing", "seal-certificate-old"], NoteToRegistrant, new(), Clerk, now)],
            Reopened => [Reopen()],
            AwaitingApproval => [Receive(), AskForApproval()],
            Approved => [Receive(), AskForApproval(), application.Approve(Approver, now)],
            Completed => [Receive(), AskForApproval(), application.Approve(Approver, now), application.RegisterDispatch(today, StaffsNote, Clerk, now)],
            Declined => [Receive(), AskForApproval(), application.Decline(NoteToRegistrant, Approver, now)],
            Withdrawn => [application.Withdraw(Actor.Registrant(application.LinkId), now)],
            Expired => [application.Expire(application.FormExpiresAt.AddSeconds(1))],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        way.ShouldAllBe(step => step.Succeeded);
        (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
        return link;

        Result Receive() => application.RegisterReceipt(today, application.Revision, [], Clerk, now);

        Result AskForApproval() => application.RequestApproval([.. ReviewChecks.For(application.Type).Select(check => check.Key)], true, StaffsNote, Clerk, now);

        Result Reopen()
        {
            link = RegistrationLink.IssueToResume(application, LinkToken.New(), RegistrationPassword.New(), new(), now);
            db.Links.Add(link);
            db.Drafts.Add(Draft.Reopen(link, application, now));
            return application.Reopen(link, StaffsNote, Clerk, now);
        }
    });

    /// <summary>The letter comes back.</summary>
    public static Task<Result> ReturnLetterAsync(this TestPortal portal, ApplicationNumber number) => portal.AskAsync<IRegistrationDb, Result>(async db =>
    {
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        application.RegisterReturn(StaffsNote, Clerk, portal.Clock.Now()).Succeeded.ShouldBeTrue();
        return await db.SaveAsync(CancellationToken.None);
    });

    private sealed class EverythingPrints : IPrintableText
    {
        public bool CanPrint(string textElement) => true;
    }
}
