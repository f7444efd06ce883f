namespace NexiPortal.Application.Audit;

/// <summary>The looks at personal data that the audit trail records: what staff did that changed nothing, and that no event tells.</summary>
public static class Looks
{
    /// <summary>The page of a case was opened.</summary>
    public const string Case = "CaseViewed";

    /// <summary>The form of a case was printed by staff.</summary>
    public const string ApplicationForm = "ApplicationFormViewed";

    /// <summary>What is registered of an insurance user was looked at.</summary>
    public const string InsuranceUser = "InsuranceUserViewed";

    /// <summary>The whole register was taken out as a file.</summary>
    public const string Register = "InsuranceUsersExported";

    /// <summary>The list of letters for the post office was printed.</summary>
    public const string RegisteredMailList = "RegisteredMailListPrinted";
}
