namespace NexiPortal.Domain.Common;

/// <summary>Codes of the refusals of passwords.</summary>
public static class CredentialErrors
{
    /// <summary>No password was entered.</summary>
    public const string PasswordRequired = "credential.password-required";

    /// <summary>The present password was not entered.</summary>
    public const string CurrentRequired = "credential.current-required";

    /// <summary>The present password is wrong.</summary>
    public const string CurrentWrong = "credential.current-wrong";

    /// <summary>Too many wrong passwords: none is looked at until an instant.</summary>
    public const string Paused = "credential.paused";

    /// <summary>No new password was entered.</summary>
    public const string NewRequired = "credential.new-required";

    /// <summary>The new password was not typed the same twice.</summary>
    public const string NewDiffers = "credential.new-differs";

    /// <summary>Shorter or longer than allowed.</summary>
    public const string WrongLength = "credential.wrong-length";

    /// <summary>No upper-case letter.</summary>
    public const string NoUpperCase = "credential.no-upper-case";

    /// <summary>No lower-case letter.</summary>
    public const string NoLowerCase = "credential.no-lower-case";

    /// <summary>No digit.</summary>
    public const string NoDigit = "credential.no-digit";

    /// <summary>No symbol.</summary>
    public const string NoSymbol = "credential.no-symbol";

    /// <summary>Characters that passwords may not have; they are named.</summary>
    public const string ForeignCharacter = "credential.foreign-character";

    /// <summary>The present password again.</summary>
    public const string SameAsCurrent = "credential.same-as-current";

    /// <summary>Easy to guess: a common word or a run of keys, dressed up.</summary>
    public const string Common = "credential.common";

    /// <summary>Contains the ID.</summary>
    public const string ContainsId = "credential.contains-id";

    /// <summary>Contains a word of the own company.</summary>
    public const string ContainsCompany = "credential.contains-company";
}
