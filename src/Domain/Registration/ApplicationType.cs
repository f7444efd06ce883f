namespace NexiPortal.Domain.Registration;

/// <summary>申込種類: what the company applies for (⑨).</summary>
public enum ApplicationType
{
    /// <summary>保険利用者登録(本店): the company uses trade insurance for the first time.</summary>
    HeadOffice,

    /// <summary>保険利用者登録(支店): the head office is registered, a branch, department or establishment is added.</summary>
    Branch,

    /// <summary>Webユーザー登録: registered already, but without a WebユーザーID.</summary>
    WebUser,
}

/// <summary>The names the manual gives to the kinds of application and to their paper forms.</summary>
public static class ApplicationTypeNames
{
    /// <summary>The kind as buttons and forms name it.</summary>
    public static string Label(this ApplicationType type) => type switch
    {
        ApplicationType.HeadOffice => "保険利用者登録(本店)",
        ApplicationType.Branch => "保険利用者登録(支店)",
        ApplicationType.WebUser => "Webユーザー登録",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Title of the paper form (申込書).</summary>
    public static string FormTitle(this ApplicationType type) =>
        type == ApplicationType.WebUser ? "Webユーザー登録申込書" : "保険利用者登録申込書";
}
