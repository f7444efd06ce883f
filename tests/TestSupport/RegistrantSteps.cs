using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using Shouldly;

namespace NexiPortal.TestSupport;

/// <summary>The registrant's way by use cases: each step as its page would send it.</summary>
public static partial class RegistrantSteps
{
    /// <summary>The registrant's address of ⑤.</summary>
    public const string Address = "nippon-taro@sample.com";

    /// <summary>⑤–⑦: asks for a link and reads its mail.</summary>
    public static async Task<(string Token, string Password, Guid LinkId)> ReceiveLinkAsync(this TestPortal portal, string address = Address, Guid? replaces = null)
    {
        var receipt = (await portal.SendAsync(new RequestRegistrationLink.Command(address, address, replaces))).Value;
        var (token, password) = ReadLink((await portal.DeliverAsync()).Last(mail => mail.To.Contains(address, StringComparison.Ordinal)));
        return (token, password, receipt.LinkId!.Value);
    }

    /// <summary>Every 手続き再開用URL mailed so far (M04), oldest first.</summary>
    public static async Task<IReadOnlyList<(string Token, string Password)>> ResumeLinksAsync(this TestPortal portal) =>
        [.. (await portal.DeliverAsync()).Where(mail => mail.Subject.Contains("手続き再開用URLのお知らせ", StringComparison.Ordinal)).Select(ReadLink)];

    /// <summary>⑧ with the 手続き再開用URL mailed last.</summary>
    public static async Task<Guid> EnterByResumeLinkAsync(this TestPortal portal)
    {
        var (token, password) = (await portal.ResumeLinksAsync())[^1];
        return ((OpenRegistrationLink.Outcome.Opened)(await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value).LinkId;
    }

    /// <summary>⑤–⑧: a link whose password was entered.</summary>
    public static async Task<Guid> EnterAsync(this TestPortal portal, string address = Address)
    {
        var (token, password, _) = await portal.ReceiveLinkAsync(address);
        return ((OpenRegistrationLink.Outcome.Opened)(await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value).LinkId;
    }

    /// <summary>⑨–⑪: an entry, complete but for the given values, confirmed; gives back the version ⑫ posts.</summary>
    public static Task<int> FillAndConfirmAsync(
        this TestPortal portal, Guid linkId, ApplicationType type = ApplicationType.HeadOffice, params (ApplicationField Field, string Value)[] but) =>
        portal.FillAndConfirmAsync(linkId, type, but.Aggregate(Entries.Complete(type), (values, change) => values.With(change.Field, change.Value)));

    /// <summary>⑨–⑪: what is typed, confirmed; gives back the version ⑫ posts.</summary>
    public static async Task<int> FillAndConfirmAsync(this TestPortal portal, Guid linkId, ApplicationType type, FieldValues typed)
    {
        await portal.SendAsync(new ChooseApplicationType.Command(linkId, type));
        var version = await portal.VersionAsync(linkId);
        (await portal.SendAsync(new EnterDetails.Command(linkId, type, version, typed, EnterDetails.Button.GoOn))).Succeeded.ShouldBeTrue();
        (await portal.SendAsync(new ConfirmDetails.Command(linkId, await portal.VersionAsync(linkId)))).Succeeded.ShouldBeTrue();
        return await portal.VersionAsync(linkId);
    }

    /// <summary>⑫: submits what was confirmed.</summary>
    public static Task<Result<ApplicationNumber>> SubmitAsync(this TestPortal portal, Guid linkId, int version, bool agreed = true, string termsVersion = "1.0") =>
        portal.SendAsync(new SubmitApplication.Command(linkId, version, termsVersion, agreed));

    /// <summary>⑤–⑫: a submitted application.</summary>
    public static async Task<(Guid LinkId, ApplicationNumber Number)> ApplyAsync(this TestPortal portal, string address = Address, ApplicationType type = ApplicationType.HeadOffice)
    {
        var linkId = await portal.EnterAsync(address);
        return (linkId, (await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId, type))).Value);
    }

    /// <summary>⑧b: asks where a case stands and reads the mail's URL.</summary>
    public static async Task<string> ReceiveStatusLinkAsync(this TestPortal portal, ApplicationNumber number, string address = Address)
    {
        (await portal.SendAsync(new RequestStatusLink.Command(number.Value, address))).Succeeded.ShouldBeTrue();
        return StatusTokenInMail().Match((await portal.DeliverAsync())[^1].Text).Groups[1].Value;
    }

    /// <summary>Staff send a 手続き再開用URL for the application submitted with a link; gives back the new link.</summary>
    public static async Task<Guid> ReopenAsync(this TestPortal portal, Guid linkId)
    {
        var resumeLinkId = Guid.Empty;
        await portal.ChangeAsync<IRegistrationDb>(async db =>
        {
            var (now, clerk) = (portal.Clock.Now(), new Actor("staff:clerk"));
            var application = await db.Applications.SingleAsync(a => a.LinkId == linkId);
            var resumeLink = RegistrationLink.IssueToResume(application, LinkToken.New(), RegistrationPassword.New(), new RegistrationPolicy(), now);
            application.Reopen(resumeLink, "", clerk, now).Succeeded.ShouldBeTrue();
            db.Links.Add(resumeLink);
            db.Drafts.Add(Draft.Reopen(resumeLink, application, now));
            resumeLinkId = resumeLink.Id;
        });
        return resumeLinkId;
    }

    /// <summary>The version of the draft that a page would post back.</summary>
    public static async Task<int> VersionAsync(this TestPortal portal, Guid linkId) => (await portal.SendAsync(new ShowProgress.Query(linkId))).Value.Version;

    private static (string Token, string Password) ReadLink(CaughtMail mail) =>
        (TokenInMail().Match(mail.Text).Groups[1].Value, PasswordInMail().Match(mail.Text).Groups[1].Value);

    [GeneratedRegex(@"/r/([A-Za-z0-9_-]{22})\s")]
    private static partial Regex TokenInMail();

    [GeneratedRegex(@"/s/([A-Za-z0-9_-]{22})\s")]
    private static partial Regex StatusTokenInMail();

    [GeneratedRegex(@"■登録用パスワード\s+(\S+)")]
    private static partial Regex PasswordInMail();
}
