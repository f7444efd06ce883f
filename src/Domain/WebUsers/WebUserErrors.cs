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

    /// <summary>The ID has ended.</summary>
    public const string Ended = "web-users.ended";

    /// <summary>The ID is not in use: suspended or ended.</summary>
    public const string NotActive = "web-users.not-active";

    /// <summary>The ID is not suspended.</summary>
    public const string NotSuspended = "web-users.not-suspended";

    /// <summary>Somebody else changed the Web user since the page was shown.</summary>
    public const string ChangedMeanwhile = "web-users.changed-meanwhile";

    /// <summary>The letter is not there to be printed: confirmed, dispatched or void.</summary>
    public const string NoticeNotToPrint = "web-users.notice-not-to-print";

    /// <summary>Somebody else printed or reissued the letter since the page was shown.</summary>
    public const string NoticeChangedMeanwhile = "web-users.notice-changed-meanwhile";

    /// <summary>The letter is not confirmed as printed.</summary>
    public const string NoticeNotPrinted = "web-users.notice-not-printed";
}
