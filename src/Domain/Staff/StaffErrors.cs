namespace NexiPortal.Domain.Staff;

/// <summary>Codes of the refusals of the back office's staff.</summary>
public static class StaffErrors
{
    /// <summary>No 職員ID was entered.</summary>
    public const string IdRequired = "staff.id-required";

    /// <summary>Not 3 to 20 letters and digits.</summary>
    public const string IdInvalid = "staff.id-invalid";

    /// <summary>Somebody has, or had, that ID.</summary>
    public const string IdTaken = "staff.id-taken";

    /// <summary>No name was entered.</summary>
    public const string NameRequired = "staff.name-required";

    /// <summary>The name is too long.</summary>
    public const string NameTooLong = "staff.name-too-long";

    /// <summary>The name has a control character.</summary>
    public const string NameForbidden = "staff.name-forbidden";

    /// <summary>No role was chosen.</summary>
    public const string RolesRequired = "staff.roles-required";

    /// <summary>Unknown ID, wrong password or suspended: one sentence.</summary>
    public const string SignInRefused = "staff.sign-in-refused";

    /// <summary>The initial password was not used in time.</summary>
    public const string InitialPasswordExpired = "staff.initial-password-expired";

    /// <summary>The session is over: idle, ended, or begun before something about its member changed.</summary>
    public const string SessionEnded = "staff.session-ended";

    /// <summary>There is nobody with that ID.</summary>
    public const string Unknown = "staff.unknown";

    /// <summary>Only an active supervisor may.</summary>
    public const string NotSupervisor = "staff.not-supervisor";

    /// <summary>Nobody changes one's own roles, suspends or resets oneself.</summary>
    public const string OwnAccess = "staff.own-access";

    /// <summary>Somebody else changed the member since the page was shown.</summary>
    public const string ChangedMeanwhile = "staff.changed-meanwhile";

    /// <summary>Development staff exist, whose password is public, outside Development.</summary>
    public const string DevelopmentStaffPresent = "staff.development-staff-present";
}
