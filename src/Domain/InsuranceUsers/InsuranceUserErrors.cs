namespace NexiPortal.Domain.InsuranceUsers;

/// <summary>Codes of the refusals about insurance users.</summary>
public static class InsuranceUserErrors
{
    /// <summary>No insurance user has the code.</summary>
    public const string CodeUnknown = "insurance-users.code-unknown";

    /// <summary>No insurance user has the code a branch names as its head office's.</summary>
    public const string HeadOfficeUnknown = "insurance-users.head-office-unknown";

    /// <summary>The code a branch names as its head office's is a branch's.</summary>
    public const string HeadOfficeIsBranch = "insurance-users.head-office-is-branch";

    /// <summary>The head office is suspended.</summary>
    public const string HeadOfficeSuspended = "insurance-users.head-office-suspended";

    /// <summary>The insurance user is suspended.</summary>
    public const string Suspended = "insurance-users.suspended";

    /// <summary>The insurance user is not suspended.</summary>
    public const string NotSuspended = "insurance-users.not-suspended";

    /// <summary>No reason is given.</summary>
    public const string ReasonRequired = "insurance-users.reason-required";

    /// <summary>A correction that corrects nothing.</summary>
    public const string NothingCorrected = "insurance-users.nothing-corrected";

    /// <summary>Somebody else changed the insurance user since the page was shown.</summary>
    public const string ChangedMeanwhile = "insurance-users.changed-meanwhile";
}
