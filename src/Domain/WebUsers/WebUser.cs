using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.WebUsers;

/// <summary>Whether a WebユーザーID can be used.</summary>
public enum WebUserState
{
    /// <summary>利用中.</summary>
    Active,

    /// <summary>停止中: cannot log in until resumed.</summary>
    Suspended,

    /// <summary>終了: another took its place; the ID is never given again.</summary>
    Ended,
}

/// <summary>Webユーザー: one person's WebユーザーID for one insurance user. There is one administrator (管理者) whose ID has not ended, and up to 99 applicants (申込者).</summary>
public sealed class WebUser : AggregateRoot
{
    /// <summary>Most applicants of one insurance user whose IDs have not ended (manual: 99).</summary>
    public const int MostApplicants = 99;

    private WebUser()
    {
    }

    /// <summary>WebユーザーID.</summary>
    public WebUserId UserId { get; private init; } = null!;

    /// <summary>The insurance user it belongs to.</summary>
    public Guid InsuranceUserId { get; private init; }

    /// <summary>What it may do.</summary>
    public WebUserRole Role { get; private init; }

    /// <summary>The place, 1 to 99, that an applicant takes among those of the insurance user; an administrator takes none.</summary>
    public int? Slot { get; private set; }

    /// <summary>Who the person is.</summary>
    public PersonalDetails Details { get; private set; } = null!;

    /// <summary>ワンタイムパスワード希望: whether one is set up after the first login.</summary>
    public bool WishesOneTimePassword { get; private init; }

    /// <summary>What the person logs in with; null until a letter with an initial password is printed.</summary>
    public Credential? Credential { get; private set; }

    /// <summary>Counts what ends every session begun before: suspension, the end of the ID, another password.</summary>
    public int AccessVersion { get; private set; } = 1;

    /// <summary>Whether the ID can be used.</summary>
    public WebUserState State { get; private set; }

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The administrator of an insurance user. The letter (登録完了通知書) brings the initial password.</summary>
    public static WebUser RegisterAdministrator(WebUserId userId, Guid insuranceUserId, PersonalDetails details, bool wishesOneTimePassword, DateTimeOffset now)
    {
        if (userId.Role != WebUserRole.Administrator) throw new ArgumentException("An administrator's ID begins with A.", nameof(userId));
        var registered = new WebUser
        {
            UserId = userId,
            InsuranceUserId = insuranceUserId,
            Role = WebUserRole.Administrator,
            Details = details,
            WishesOneTimePassword = wishesOneTimePassword,
            StateSince = now,
        };
        registered.Raise(new WebUserRegistered(registered.Id, now));
        return registered;
    }

    /// <summary>An applicant (申込者), whom the administrator registers. A link by mail (M17) lets the person set the password.</summary>
    /// <param name="id">Identity: the same person entered in the same form is the same applicant.</param>
    /// <param name="userId">WebユーザーID.</param>
    /// <param name="insuranceUserId">The insurance user.</param>
    /// <param name="slot">The place among its applicants, 1 to <see cref="MostApplicants"/>.</param>
    /// <param name="details">The person.</param>
    /// <param name="now">The present instant.</param>
    public static WebUser RegisterApplicant(Guid id, WebUserId userId, Guid insuranceUserId, int slot, PersonalDetails details, DateTimeOffset now)
    {
        if (userId.Role != WebUserRole.Applicant) throw new ArgumentException("An applicant's ID begins with U.", nameof(userId));
        ArgumentOutOfRangeException.ThrowIfLessThan(slot, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slot, MostApplicants);
        var registered = new WebUser
        {
            Id = id,
            UserId = userId,
            InsuranceUserId = insuranceUserId,
            Role = WebUserRole.Applicant,
            Slot = slot,
            Details = details,
            StateSince = now,
        };
        registered.Raise(new WebUserRegistered(registered.Id, now));
        return registered;
    }

    /// <summary>変更する: another department, title, name, telephone number or mail address of the same person.</summary>
    public Result Correct(PersonalDetails details, DateTimeOffset now)
    {
        if (State == WebUserState.Ended) return new Error(WebUserErrors.Ended);
        if (details == Details) return Result.Done;
        var former = Details.MailAddress;
        Details = details;
        Raise(new WebUserCorrected(Id, UserId, former, details.MailAddress, now));
        return Result.Done;
    }

    /// <summary>停止する.</summary>
    public Result Suspend(DateTimeOffset now) =>
        State == WebUserState.Active ? Become(WebUserState.Suspended, new WebUserSuspended(Id, UserId, Details.MailAddress, now)) : new Error(WebUserErrors.NotActive);

    /// <summary>再開する.</summary>
    public Result Resume(DateTimeOffset now) =>
        State == WebUserState.Suspended ? Become(WebUserState.Active, new WebUserResumed(Id, UserId, Details.MailAddress, now)) : new Error(WebUserErrors.NotSuspended);

    /// <summary>The end of the ID: 管理者を変更する (another person takes the place, with another ID), or 削除する (an applicant's place becomes free).</summary>
    public Result End(DateTimeOffset now) =>
        State != WebUserState.Ended ? Become(WebUserState.Ended, new WebUserEnded(Id, UserId, Details.MailAddress, now)) : new Error(WebUserErrors.Ended);

    /// <summary>ロックを解除する: the wrong passwords entered so far count no more.</summary>
    public Result Unlock(DateTimeOffset now)
    {
        if (State == WebUserState.Ended) return new Error(WebUserErrors.Ended);
        Raise(new WebUserUnlocked(Id, now));
        return Result.Done;
    }

    /// <summary>⑮ ログインする: the right password was entered, and a session begins.</summary>
    /// <param name="browser">What the person looked through, in a few words.</param>
    /// <param name="isNewBrowser">Whether it was another each time before.</param>
    /// <param name="now">The present instant.</param>
    public WebUserSession LogIn(string browser, bool isNewBrowser, DateTimeOffset now)
    {
        Raise(new WebUserLoggedIn(Id, now));
        if (isNewBrowser) Raise(new WebUserSeenInNewBrowser(Id, UserId, Details.MailAddress, browser, now));
        return WebUserSession.Start(this, browser, now);
    }

    /// <summary>A wrong password was entered, or the right one of somebody who may not log in.</summary>
    public void RefusePassword(DateTimeOffset now) => Raise(new WebUserPasswordRefused(Id, now));

    /// <summary>Keeps the password hashed with today's parameters.</summary>
    public void Rehash(string hash) => Credential = Credential?.HashedAnew(hash);

    /// <summary>⑯ パスワードを変更する: every other session ends, and a new one begins.</summary>
    public WebUserSession ChangePassword(Credential chosen, string browser, DateTimeOffset now)
    {
        Credential = chosen;
        AccessVersion++;
        Raise(new WebUserPasswordChanged(Id, UserId, Details.MailAddress, HadOne: true, now));
        return WebUserSession.Start(this, browser, now);
    }

    /// <summary>パスワードを初期化する: the password and every session end; a link by mail lets the person set another.</summary>
    public Result VoidPassword(DateTimeOffset now)
    {
        if (State != WebUserState.Active) return new Error(WebUserErrors.NotActive);
        Credential = null;
        AccessVersion++;
        Raise(new WebUserPasswordVoided(Id, now));
        return Result.Done;
    }

    /// <summary>A password set by a mailed link (M17, M18): every session ends, and every other link.</summary>
    public void SetPassword(Credential chosen, DateTimeOffset now)
    {
        var hadOne = Credential is not null;
        Credential = chosen;
        AccessVersion++;
        Raise(new WebUserPasswordChanged(Id, UserId, Details.MailAddress, hadOne, now));
    }

    /// <summary>A letter was printed: whatever the person logged in with before is worth nothing.</summary>
    internal void GiveInitialPassword(Credential initial)
    {
        Credential = initial;
        AccessVersion++;
    }

    private Result Become(WebUserState state, IDomainEvent happened)
    {
        (State, StateSince) = (state, happened.OccurredAt);
        if (state != WebUserState.Active) AccessVersion++;
        if (state == WebUserState.Ended) Slot = null;
        Raise(happened);
        return Result.Done;
    }
}
