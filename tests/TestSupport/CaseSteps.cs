using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using Shouldly;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.TestSupport;

/// <summary>What NEXI's staff and the clock do to a case: each verb as the page of the case would send it.</summary>
public static class CaseSteps
{
    /// <summary>What staff write to each other, and no registrant may read.</summary>
    public const string StaffsNote = "職員だけの覚書";

    /// <summary>What staff write to the registrant.</summary>
    public const string NoteToRegistrant = "登記の商号と異なります";

    /// <summary>Who receives and checks.</summary>
    public const string Clerk = "staff:clerk";

    /// <summary>Who approves.</summary>
    public const string Approver = "staff:approver";

    private static readonly IReadOnlyList<Performer> Everybody = [Performer.Clerk, Performer.Approver];

    /// <summary>A case that waits for its paper, as ⑫ leaves it; with the path and the password of its 登録用URL.</summary>
    public static async Task<(ApplicationNumber Number, string Path, string Password)> FileAsync(
        this TestPortal portal, string address, ApplicationType type = ApplicationType.HeadOffice, params (ApplicationField Field, string Value)[] but)
    {
        var policy = await portal.AskAsync<RegistrationPolicy, RegistrationPolicy>(Task.FromResult);
        return await portal.AskAsync<IRegistrationDb, (ApplicationNumber, string, string)>(async db =>
        {
            var now = portal.Clock.Now();
            var (token, password) = (LinkToken.New(), RegistrationPassword.New());
            var link = RegistrationLink.Issue(EmailAddress.Read(address)!, token, password, policy, now);
            db.Links.Add(link);
            db.Drafts.Add(Draft.Of(link));
            var number = await db.NextApplicationNumberAsync(JapanTime.DateAt(now), CancellationToken.None);
            var entry = ApplicationEntry.Read(type, but.Aggregate(Entries.Complete(type), (values, change) => values.With(change.Field, change.Value)), new EverythingPrints());
            db.Applications.Add(RegistrationApplication.Submit(link, entry, number, new Consent("1.0", now), policy, now));
            (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
            return (number, $"/r/{token.Value}", password.Value);
        });
    }

    /// <summary>The path of a URL to a case, as M20 carries it; issued some minutes ago.</summary>
    public static Task<string> StatusPathAsync(this TestPortal portal, ApplicationNumber number, int minutesAgo = 0) => portal.AskAsync<IRegistrationDb, string>(async db =>
    {
        var token = LinkToken.New();
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        db.StatusLinks.Add(StatusLink.Issue(application, token, new(), portal.Clock.Now().AddMinutes(-minutesAgo)));
        (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
        return $"/s/{token.Value}";
    });

    /// <summary>⑤–⑫: a new case, by the pages' use cases.</summary>
    public static async Task<ApplicationNumber> SubmitCaseAsync(this TestPortal portal, ApplicationType type = ApplicationType.HeadOffice, string address = RegistrantSteps.Address)
    {
        var linkId = await portal.EnterAsync(address);
        return (await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId, type))).Value;
    }

    /// <summary>A new case, brought to a state.</summary>
    public static async Task<ApplicationNumber> CaseInAsync(
        this TestPortal portal, ApplicationState state, ApplicationType type = ApplicationType.HeadOffice, string address = RegistrantSteps.Address)
    {
        var number = await portal.SubmitCaseAsync(type, address);
        await portal.BringToAsync(number, state);
        return number;
    }

    /// <summary>Brings a case that waits for its paper to a state, by the verbs that lead there.</summary>
    public static async Task BringToAsync(this TestPortal portal, ApplicationNumber number, ApplicationState state)
    {
        Verb[] way = state switch
        {
            AwaitingPaper => [],
            InReview => [Verb.RegisterReceipt],
            AwaitingCorrection => [Verb.RegisterReceipt, Verb.RequestCorrection],
            Reopened => [Verb.Reopen],
            AwaitingApproval => [Verb.RegisterReceipt, Verb.RequestApproval],
            Approved => [Verb.RegisterReceipt, Verb.RequestApproval, Verb.Approve],
            Completed => [Verb.RegisterReceipt, Verb.RequestApproval, Verb.Approve, Verb.RegisterDispatch],
            Declined => [Verb.RegisterReceipt, Verb.RequestApproval, Verb.Decline],
            Withdrawn => [Verb.Withdraw],
            Expired => [Verb.Expire],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        foreach (var verb in way) await portal.DoAsync(number, verb);
        (await portal.ViewAsync(number)).State.ShouldBe(state);
    }

    /// <summary>Everything the page of a case shows.</summary>
    public static async Task<ViewCase.View> ViewAsync(this TestPortal portal, ApplicationNumber number) =>
        (await portal.SendAsync(new ViewCase.Query(number, Everybody))).Value;

    /// <summary>Does a verb, filled in as it usually is; it must succeed. A letter is printed before it goes out.</summary>
    public static async Task DoAsync(this TestPortal portal, ApplicationNumber number, Verb verb)
    {
        if (verb == Verb.RegisterDispatch) await portal.PrintNoticeAsync(number);
        var done = await portal.TryAsync(number, verb, (await portal.ViewAsync(number)).Version);
        done.Errors.ShouldBeEmpty();
    }

    /// <summary>Tries a verb, filled in as it usually is, from a page that showed a version.</summary>
    public static async Task<Result> TryAsync(this TestPortal portal, ApplicationNumber number, Verb verb, int version)
    {
        var view = await portal.ViewAsync(number);
        var today = JapanTime.DateAt(portal.Clock.GetUtcNow());
        return verb switch
        {
            Verb.RegisterReceipt => await portal.SendAsync(new RegisterPaperReceipt.Command(number, version, today, view.Revision, view.Papers), Clerk),
            Verb.RequestCorrection => await portal.SendAsync(new RequestCorrection.Command(number, version, ["seal-missing", "seal-certificate-old"], NoteToRegistrant), Clerk),
            Verb.Reopen => await portal.SendAsync(new ReopenApplication.Command(number, version, ""), Clerk),
            Verb.RequestApproval => await portal.SendAsync(new RequestApproval.Command(number, version, [.. view.Checks.Select(check => check.Key)], StaffsNote), Clerk),
            Verb.SendBack => await portal.SendAsync(new SendBackApplication.Command(number, version, StaffsNote), Approver),
            Verb.Approve => await portal.SendAsync(new ApproveApplication.Command(number, version), Approver),
            Verb.Decline => await portal.SendAsync(new DeclineApplication.Command(number, version, NoteToRegistrant), Approver),
            Verb.RegisterDispatch => await portal.SendAsync(new RegisterDispatch.Command(number, version, today, "123-45-67890-1"), Clerk),
            Verb.RegisterReturn => await portal.SendAsync(new RegisterReturnedNotice.Command(number, version, StaffsNote), Clerk),
            Verb.Revive => await portal.SendAsync(new ReviveApplication.Command(number, version, StaffsNote, today), Clerk),
            Verb.Withdraw => await portal.ChangeCaseAsync(number, application => application.Withdraw(Actor.Registrant(application.LinkId), portal.Clock.Now())),
            Verb.Expire => await portal.ChangeCaseAsync(number, application => application.Expire(application.FormExpiresAt.AddSeconds(1))),
            _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No verb of the staff's."),
        };
    }

    /// <summary>The link by which a reopened case is changed.</summary>
    public static Task<RegistrationLink> ResumeLinkAsync(this TestPortal portal, ApplicationNumber number) => portal.AskAsync<IRegistrationDb, RegistrationLink>(async db =>
    {
        var id = await db.Applications.Where(a => a.Number == number).Select(a => a.Id).SingleAsync();
        return await db.Links.SingleAsync(l => l.Resumes == id && l.ApplicationId == null);
    });

    /// <summary>What the QR code of the present form says.</summary>
    public static Task<string> FormCodeAsync(this TestPortal portal, ApplicationNumber number) =>
        portal.AskAsync<IRegistrationDb, string>(async db => (await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number)).FormCode);

    /// <summary>Staff reopen a case, and the registrant submits it again: the next revision.</summary>
    public static async Task SubmitAgainAsync(this TestPortal portal, ApplicationNumber number)
    {
        await portal.DoAsync(number, Verb.Reopen);
        var link = await portal.ResumeLinkAsync(number);
        (await portal.SubmitAsync(link.Id, await portal.FillAndConfirmAsync(link.Id, (await portal.ViewAsync(number)).Type))).Succeeded.ShouldBeTrue();
    }

    /// <summary>Prints the letter that a case waits for, and confirms it.</summary>
    public static async Task PrintNoticeAsync(this TestPortal portal, ApplicationNumber number) =>
        (await portal.PrintNoticeAsync(await portal.AskAsync<IRegistrationDb, Guid>(db => db.Applications.Where(a => a.Number == number).Select(a => a.Id).SingleAsync()))).Succeeded.ShouldBeTrue();

    private static Task<Result> ChangeCaseAsync(this TestPortal portal, ApplicationNumber number, Func<RegistrationApplication, Result> change) =>
        portal.AskAsync<IRegistrationDb, Result>(async db =>
        {
            var changed = change(await db.Applications.SingleAsync(a => a.Number == number));
            return changed.Succeeded ? await db.SaveAsync(CancellationToken.None) : changed;
        });

    private sealed class EverythingPrints : IPrintableText
    {
        public bool CanPrint(string textElement) => true;
    }
}
