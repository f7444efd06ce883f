using System.Security.Cryptography;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>Whether a 登録用URL can be used, and if not, why.</summary>
public enum LinkStanding
{
    /// <summary>An application can be entered.</summary>
    Open,

    /// <summary>An application was submitted: the link shows its status (⑬).</summary>
    Submitted,

    /// <summary>Its 60 days are over.</summary>
    Expired,

    /// <summary>A newer link was sent in its place (再送する).</summary>
    Replaced,

    /// <summary>Void after too many wrong passwords (M13).</summary>
    Void,
}

/// <summary>登録用URL with its 登録用パスワード: lets whoever received the mail enter one application (⑤–⑧).</summary>
public sealed class RegistrationLink : AggregateRoot
{
    private RegistrationLink()
    {
    }

    /// <summary>Digest of the token in the URL.</summary>
    public byte[] TokenDigest { get; private init; } = [];

    /// <summary>Digest of the password, keyed by the token.</summary>
    public byte[] PasswordDigest { get; private init; } = [];

    /// <summary>Address of ⑤: where the mails about the procedure go; wiped once the link has run out with nothing submitted.</summary>
    public EmailAddress? Address { get; private init; }

    /// <summary>When ⑤ was committed; the 60 days are counted from here.</summary>
    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>Last second in which an application can be entered: 23:59:59 JST.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When M03 falls due; null when it was sent or is not needed (any more).</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>Passwords tried since the last right one or the last pause.</summary>
    public int AttemptsInRow { get; private set; }

    /// <summary>Wrong passwords in all.</summary>
    public int AttemptsInAll { get; private set; }

    /// <summary>Until when no password is looked at.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>When a newer link took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>When it became void.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>How far its registrant has ever come; kept for the statistics when what was entered is forgotten.</summary>
    public RegistrationStep FurthestStep { get; private set; }

    /// <summary>The application submitted with it.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>The application it lets the registrant change (手続き再開用URL); null for a link of ⑤.</summary>
    public Guid? Resumes { get; private init; }

    /// <summary>⑤: a new link, valid to the end of the last day of its lifetime.</summary>
    public static RegistrationLink Issue(EmailAddress address, LinkToken token, RegistrationPassword password, RegistrationPolicy policy, DateTimeOffset now)
    {
        var link = New(address, token, password, null, policy, now);
        link.Raise(new RegistrationLinkIssued(link.Id, address, token, password, link.ExpiresAt, now));
        return link;
    }

    /// <summary>手続き再開用URL: a link of its own with which a submitted application is changed.</summary>
    /// <param name="application">The application.</param>
    /// <param name="token">Token of the URL.</param>
    /// <param name="password">Its password.</param>
    /// <param name="policy">How long it lives.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="note">What staff ask to change, for the mail (M04).</param>
    public static RegistrationLink IssueToResume(
        RegistrationApplication application, LinkToken token, RegistrationPassword password, RegistrationPolicy policy, DateTimeOffset now, string note = "")
    {
        var link = New(application.Address, token, password, application.Id, policy, now);
        link.Raise(new ResumeLinkIssued(link.Id, application.Number, application.Address, token, password, note, link.ExpiresAt, now));
        return link;
    }

    /// <summary>Where the link stands at an instant; computed, no job has to run for it.</summary>
    public LinkStanding StandingAt(DateTimeOffset now) =>
        VoidedAt is not null ? LinkStanding.Void
        : ReplacedAt is not null ? LinkStanding.Replaced
        : ApplicationId is not null ? LinkStanding.Submitted
        : JapanTime.IsPast(ExpiresAt, now) ? LinkStanding.Expired
        : LinkStanding.Open;

    /// <summary>Whether passwords are not looked at for now (⑧).</summary>
    public bool IsPausedAt(DateTimeOffset now) => PausedUntil is { } until && now < until;

    /// <summary>
    /// Reserves one try of the password, to be saved before the password is looked at: so a hundred guesses at once get no more tries than one after the other.
    /// </summary>
    /// <returns>False while the link pauses or cannot be used.</returns>
    public bool ReserveAttempt(RegistrationPolicy policy, DateTimeOffset now)
    {
        if (IsPausedAt(now) || StandingAt(now) is LinkStanding.Void or LinkStanding.Replaced or LinkStanding.Expired) return false;
        AttemptsInRow = PausedUntil is null ? AttemptsInRow + 1 : 1;
        AttemptsInAll++;
        PausedUntil = AttemptsInRow >= policy.AttemptsBeforePause ? now.AddMinutes(policy.PauseMinutes) : null;
        return true;
    }

    /// <summary>Whether the typed password is this link's.</summary>
    public bool Fits(LinkToken token, string typed) => CryptographicOperations.FixedTimeEquals(RegistrationPassword.DigestOfTyped(token, typed), PasswordDigest);

    /// <summary>The reserved try was right: it does not count, and the run of wrong ones ends.</summary>
    public void ConfirmAttempt(DateTimeOffset now)
    {
        AttemptsInRow = 0;
        AttemptsInAll = Math.Max(0, AttemptsInAll - 1);
        PausedUntil = null;
        Reach(RegistrationStep.Opened);
        Raise(new RegistrationLinkOpened(Id, now));
    }

    /// <summary>The registrant has come as far as a step; going back to an earlier one changes nothing.</summary>
    public void Reach(RegistrationStep step)
    {
        if (step > FurthestStep) FurthestStep = step;
    }

    /// <summary>The reserved try was wrong; after too many the link is void (M13).</summary>
    public void RejectAttempt(RegistrationPolicy policy, DateTimeOffset now)
    {
        Raise(new RegistrationPasswordRefused(Id, now));
        if (AttemptsInAll < policy.AttemptsBeforeVoid || VoidedAt is not null) return;
        VoidedAt = now;
        RemindAt = null;
        Raise(new RegistrationLinkVoided(Id, Address!, Resumes is not null, now));
    }

    /// <summary>再送する: a newer link takes this one's place, unless an application was submitted with it.</summary>
    /// <returns>Whether it was replaced.</returns>
    public bool Replace(DateTimeOffset now)
    {
        if (StandingAt(now) is not LinkStanding.Open) return false;
        ReplacedAt = now;
        RemindAt = null;
        Raise(new RegistrationLinkReplaced(Id, now));
        return true;
    }

    /// <summary>⑫, or the end of a reopening: the link has done its work and from now on shows the application.</summary>
    public void Spend(RegistrationApplication application)
    {
        ApplicationId = application.Id;
        RemindAt = null;
        Reach(RegistrationStep.Submitted);
    }

    /// <summary>M03: tells once that the link runs out soon, while it can still be used.</summary>
    /// <param name="resumed">受付番号 of the application it lets the registrant change; null for a link of ⑤.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Whether there was anything to tell.</returns>
    public bool Remind(ApplicationNumber? resumed, DateTimeOffset now)
    {
        if (RemindAt is not { } due || now < due || StandingAt(now) != LinkStanding.Open) return false;
        RemindAt = null;
        Raise(new RegistrationLinkRunsOut(Id, resumed, Address!, IssuedAt, ExpiresAt, now));
        return true;
    }

    private static RegistrationLink New(EmailAddress address, LinkToken token, RegistrationPassword password, Guid? resumes, RegistrationPolicy policy, DateTimeOffset now)
    {
        var expiresAt = JapanTime.EndOfDayAfter(now, policy.LinkLifetimeDays);
        var remindAt = JapanTime.StartOf(JapanTime.DateAt(expiresAt).AddDays(-policy.LinkReminderDays));
        return new()
        {
            TokenDigest = token.Digest,
            PasswordDigest = password.DigestWith(token),
            Address = address,
            Resumes = resumes,
            IssuedAt = now,
            ExpiresAt = expiresAt,
            // A link that lives no longer than that is not reminded of what its first mail has just said.
            RemindAt = remindAt > now ? remindAt : null,
        };
    }
}
