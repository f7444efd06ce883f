using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>The tables of the WebUsers module.</summary>
public interface IWebUsersDb : IUnitOfWork
{
    /// <summary>Webユーザー.</summary>
    DbSet<WebUser> WebUsers { get; }

    /// <summary>Their sessions.</summary>
    DbSet<WebUserSession> WebUserSessions { get; }

    /// <summary>The URLs of M17 and M18.</summary>
    DbSet<PasswordLink> PasswordLinks { get; }

    /// <summary>登録完了通知書.</summary>
    DbSet<RegistrationNotice> Notices { get; }

    /// <summary>Draws the next WebユーザーID, inside the unit of work: an ID drawn and not saved is not used up.</summary>
    Task<WebUserId> NextWebUserIdAsync(WebUserRole role, CancellationToken ct);
}

/// <summary>How Web users are found and administrators made.</summary>
internal static class WebUserLookUp
{
    /// <summary>Whose tries of passwords are counted together.</summary>
    public const string Audience = "web-user";

    /// <summary>The Web user with an ID as typed; null when there is none.</summary>
    public static async Task<WebUser?> FindAsync(this IWebUsersDb db, string? typed, CancellationToken ct) =>
        WebUserId.Read(typed) is { } id ? await db.WebUsers.SingleOrDefaultAsync(u => u.UserId == id, ct) : null;

    /// <summary>
    /// The Web user meant by whoever does something to another: staff mean anybody, an administrator the applicants of the own insurance user.
    /// Nobody else's are told from IDs that were never given.
    /// </summary>
    /// <param name="db">The tables.</param>
    /// <param name="typed">WebユーザーID.</param>
    /// <param name="within">The administrator's insurance user; null for staff.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<Result<WebUser>> FindWithinAsync(this IWebUsersDb db, string? typed, Guid? within, CancellationToken ct) =>
        await db.FindAsync(typed, ct) is { } user && (within is null || (user.InsuranceUserId == within && user.Role == WebUserRole.Applicant))
            ? user
            : new Error(WebUserErrors.IdUnknown);

    /// <summary>Begins a session of somebody whose password, and code where one is asked, were right.</summary>
    public static async Task<WebUserSession> BeginSessionAsync(this IWebUsersDb db, WebUser user, string browser, DateTimeOffset now, CancellationToken ct)
    {
        var (own, kept) = (db.WebUserSessions.Where(s => s.OwnerId == user.Id), WebUserSession.Kept(browser));
        // Whoever comes as always is found at the first session looked at.
        var isNewBrowser = !await own.AnyAsync(s => s.Browser == kept, ct) && await own.AnyAsync(ct);
        var session = user.LogIn(browser, isNewBrowser, now);
        db.WebUserSessions.Add(session);
        return session;
    }

    /// <summary>The administrator with an ID as typed, whose ID has not ended.</summary>
    public static async Task<Result<WebUser>> FindAdministratorAsync(this IWebUsersDb db, string? typed, CancellationToken ct) =>
        await db.FindAsync(typed, ct) switch
        {
            null => new Error(WebUserErrors.IdUnknown),
            { Role: not WebUserRole.Administrator } => new Error(WebUserErrors.NotAdministrator),
            { State: WebUserState.Ended } => new Error(WebUserErrors.Ended),
            var administrator => administrator,
        };

    /// <summary>The administrator of an insurance user whose ID has not ended: at most one.</summary>
    public static IQueryable<WebUser> AdministratorsOf(this IWebUsersDb db, Guid insuranceUserId) =>
        db.WebUsers.Where(u => u.InsuranceUserId == insuranceUserId && u.Role == WebUserRole.Administrator && u.State != WebUserState.Ended);

    /// <summary>The applicants of an insurance user whose IDs have not ended.</summary>
    public static IQueryable<WebUser> ApplicantsOf(this IWebUsersDb db, Guid insuranceUserId) =>
        db.WebUsers.Where(u => u.InsuranceUserId == insuranceUserId && u.Role == WebUserRole.Applicant && u.State != WebUserState.Ended);

    /// <summary>The link of an applicant without a password: an invitation, or the link of a password that was voided (M17, M18).</summary>
    public static async Task IssueLinkForNoneAsync(this IWebUsersDb db, WebUser owner, WebUserPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        var wasVoided = await db.PasswordLinks.AnyAsync(l => l.OwnerId == owner.Id && l.Purpose == PasswordLinkPurpose.Reset, ct);
        await db.IssueLinkAsync(owner, wasVoided ? PasswordLinkPurpose.Reset : PasswordLinkPurpose.Invitation, policy, now, ct);
    }

    /// <summary>After another mail address was registered: what was mailed to the former one sets no password any more; whoever has none gets a link at the new one.</summary>
    public static async Task MoveLinksAsync(this IWebUsersDb db, WebUser owner, EmailAddress former, WebUserPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        if (owner.Details.MailAddress == former) return;
        await db.EndLinksAsync(owner, now, ct);
        if (owner is { Role: WebUserRole.Applicant, State: WebUserState.Active, Credential: null }) await db.IssueLinkForNoneAsync(owner, policy, now, ct);
    }

    /// <summary>Mails a link to set a password (M17, M18); earlier ones count no more.</summary>
    public static async Task IssueLinkAsync(this IWebUsersDb db, WebUser owner, PasswordLinkPurpose purpose, WebUserPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        await db.EndLinksAsync(owner, now, ct);
        db.PasswordLinks.Add(PasswordLink.Issue(owner, purpose, LinkToken.New(), policy, now));
    }

    private static async Task EndLinksAsync(this IWebUsersDb db, WebUser owner, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var earlier in await db.PasswordLinks.Where(l => l.OwnerId == owner.Id && l.ReplacedAt == null).ToListAsync(ct)) earlier.Replace(now);
    }

    /// <summary>The letter of an administrator that counts.</summary>
    public static Task<RegistrationNotice> LastNoticeAsync(this IWebUsersDb db, Guid administratorId, CancellationToken ct) =>
        db.Notices.Where(n => n.AdministratorId == administratorId).OrderByDescending(n => n.Issue).FirstAsync(ct);

    /// <summary>The applications by which an insurance user's administrators, and it itself if it is not one of old, were registered: their letters name them.</summary>
    public static Task<List<Guid>> RegisteredByAsync(this IWebUsersDb db, Guid insuranceUserId, CancellationToken ct) =>
        db.WebUsers.Where(u => u.InsuranceUserId == insuranceUserId).Join(db.Notices, u => u.Id, n => n.AdministratorId, (_, notice) => notice)
            .Where(n => n.ApplicationId != null).Select(n => n.ApplicationId!.Value).Distinct().ToListAsync(ct);

    /// <summary>Registers an administrator under a new ID, and has the letter printed.</summary>
    public static async Task<WebUserId> AddAdministratorAsync(
        this IWebUsersDb db, Guid insuranceUserId, PersonalDetails details, bool wishesOneTimePassword, Guid? applicationId, LetterAddress address, DateTimeOffset now, CancellationToken ct)
    {
        var administrator = WebUser.RegisterAdministrator(await db.NextWebUserIdAsync(WebUserRole.Administrator, ct), insuranceUserId, details, wishesOneTimePassword, now);
        db.WebUsers.Add(administrator);
        db.Notices.Add(RegistrationNotice.For(administrator, applicationId, address));
        return administrator.UserId;
    }
}
