namespace NexiPortal.Domain.WebUsers;

/// <summary>The numbers of the Web service; each is a setting with the default given here.</summary>
public sealed record WebUserPolicy
{
    /// <summary>Hours within which a new applicant sets the first password (M17), and one whose password was voided another (M18).</summary>
    public int InvitationHours { get; init; } = 72;

    /// <summary>Minutes within which an applicant who forgot the password sets another (M18).</summary>
    public int ForgottenLinkMinutes { get; init; } = 60;

    /// <summary>Most links that can be asked for within an hour for one WebユーザーID whose password is forgotten.</summary>
    public int ForgottenLinksPerHour { get; init; } = 3;

    /// <summary>Most such links within a day.</summary>
    public int ForgottenLinksPerDay { get; init; } = 10;

    /// <summary>Days after a letter's dispatch on which the registrant is asked whether it arrived, when nobody has logged in (M14).</summary>
    public int NoticeReminderDays { get; init; } = 14;

    /// <summary>How long a link can be used.</summary>
    public TimeSpan LifetimeOf(PasswordLinkPurpose purpose) =>
        purpose == PasswordLinkPurpose.Forgotten ? TimeSpan.FromMinutes(ForgottenLinkMinutes) : TimeSpan.FromHours(InvitationHours);
}
