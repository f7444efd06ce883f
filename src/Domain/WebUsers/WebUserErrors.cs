namespace NexiPortal.Domain.WebUsers;

/// <summary>Codes of the refusals about Web users and their letters.</summary>
public static class WebUserErrors
{
    /// <summary>The insurance user has an administrator already.</summary>
    public const string AdministratorExists = "web-users.administrator-exists";

    /// <summary>No Web user has the ID.</summary>
    public const string IdUnknown = "web-users.id-unknown";

    /// <summary>The ID is no administrator's.</summary>
    public const string NotAdministrator = "web-users.not-administrator";

    /// <summary>⑮: no ID was entered.</summary>
    public const string IdRequired = "web-users.id-required";

    /// <summary>⑮: unknown ID, wrong password, suspended or not to be used any more; which of them is not told.</summary>
    public const string LogInRefused = "web-users.log-in-refused";

    /// <summary>⑮: the right initial password, too late.</summary>
    public const string InitialPasswordExpired = "web-users.initial-password-expired";

    /// <summary>The session has ended.</summary>
    public const string SessionEnded = "web-users.session-ended";

    /// <summary>The ID has ended.</summary>
    public const string Ended = "web-users.ended";

    /// <summary>The ID is not in use: suspended or ended.</summary>
    public const string NotActive = "web-users.not-active";

    /// <summary>The ID is not suspended.</summary>
    public const string NotSuspended = "web-users.not-suspended";

    /// <summary>Somebody else changed the Web user since the page was shown.</summary>
    public const string ChangedMeanwhile = "web-users.changed-meanwhile";

    /// <summary>Every place of an applicant is taken.</summary>
    public const string ApplicantsFull = "web-users.applicants-full";

    /// <summary>A file names more applicants than there are places.</summary>
    public const string ApplicantsTooMany = "web-users.applicants-too-many";

    /// <summary>A file names one applicant twice.</summary>
    public const string ApplicantTwice = "web-users.applicant-twice";

    /// <summary>Nobody of a file was added, because of what stands at its rows.</summary>
    public const string ApplicantsFaulty = "web-users.applicants-faulty";

    /// <summary>パスワードをお忘れの方: no mail address, or none that is one.</summary>
    public const string MailAddressInvalid = "web-users.mail-address-invalid";

    /// <summary>The link to set a password was used, replaced or ended, or its time has passed.</summary>
    public const string PasswordLinkUnusable = "web-users.password-link-unusable";

    /// <summary>The letter is not there to be printed: confirmed, dispatched or void.</summary>
    public const string NoticeNotToPrint = "web-users.notice-not-to-print";

    /// <summary>The letter is not confirmed as printed.</summary>
    public const string NoticeNotPrinted = "web-users.notice-not-printed";

    /// <summary>No letter was chosen.</summary>
    public const string NoticeRequired = "web-users.notice-required";

    /// <summary>More letters were chosen than are printed at once.</summary>
    public const string NoticesTooMany = "web-users.notices-too-many";

    /// <summary>The letter was printed since the page was shown; that print counts.</summary>
    public const string NoticePrintedMeanwhile = "web-users.notice-printed-meanwhile";

    /// <summary>The letter is no longer as the page showed it.</summary>
    public const string NoticeChangedMeanwhile = "web-users.notice-changed-meanwhile";

    /// <summary>No letter waits to be dispatched.</summary>
    public const string NothingToDispatch = "web-users.nothing-to-dispatch";

    /// <summary>The letter is dispatched with the case that waits for it.</summary>
    public const string NoticeOfACase = "web-users.notice-of-a-case";

    /// <summary>No day of dispatch was entered.</summary>
    public const string SentOnRequired = "web-users.sent-on-required";

    /// <summary>The day of dispatch is still to come.</summary>
    public const string SentInFuture = "web-users.sent-in-future";

    /// <summary>The letter was not yet printed on the day of dispatch.</summary>
    public const string SentBeforePrinted = "web-users.sent-before-printed";
}
