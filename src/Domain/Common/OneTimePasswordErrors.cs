namespace NexiPortal.Domain.Common;

/// <summary>Codes of the refusals of one-time passwords.</summary>
public static class OneTimePasswordErrors
{
    /// <summary>Neither app nor mail was chosen.</summary>
    public const string MethodRequired = "one-time-password.method-required";

    /// <summary>No code was entered.</summary>
    public const string CodeRequired = "one-time-password.code-required";

    /// <summary>The code is wrong, too old or already used; which of them is not told.</summary>
    public const string CodeWrong = "one-time-password.code-wrong";

    /// <summary>Too many wrong codes: none is looked at until an instant.</summary>
    public const string Paused = "one-time-password.paused";

    /// <summary>The time between password and code is over, or the codes were wrong too often: the password is asked again.</summary>
    public const string LogInAgain = "one-time-password.log-in-again";

    /// <summary>Nothing is being set up.</summary>
    public const string NothingPending = "one-time-password.nothing-pending";

    /// <summary>No one-time password is in use.</summary>
    public const string NotInUse = "one-time-password.not-in-use";

    /// <summary>A code was mailed a moment ago.</summary>
    public const string MailedJustNow = "one-time-password.mailed-just-now";
}
