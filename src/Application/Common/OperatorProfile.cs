namespace NexiPortal.Application.Common;

/// <summary>Who runs the portal, shown wherever a text says to ask NEXI: on pages, in mails, on forms and letters. Settings <c>Operator__*</c>.</summary>
public sealed record OperatorProfile
{
    /// <summary>Name of the insurer.</summary>
    public string Name { get; init; } = "株式会社日本貿易保険";

    /// <summary>Department that answers questions.</summary>
    public string Department { get; init; } = "お客様相談窓口";

    /// <summary>Its telephone number.</summary>
    public string Telephone { get; init; } = "03-0000-0000";

    /// <summary>When it answers.</summary>
    public string Hours { get; init; } = "平日9:00～17:00(土日祝日・年末年始を除く)";

    /// <summary>Postal code forms are sent to.</summary>
    public string PostalCode { get; init; } = "101-0000";

    /// <summary>Address forms are sent to.</summary>
    public string Address { get; init; } = "東京都千代田区(送付先の所在地を設定してください)";

    /// <summary>Addressee of the forms.</summary>
    public string Addressee { get; init; } = "保険利用者登録係";
}

/// <summary>The papers to enclose with the form, by kind of application. Settings <c>Registration__Enclosures__*</c>.</summary>
public sealed record Enclosures
{
    /// <summary>For a head office's registration.</summary>
    public IReadOnlyList<string> HeadOffice { get; init; } = [];

    /// <summary>For a branch's registration.</summary>
    public IReadOnlyList<string> Branch { get; init; } = [];

    /// <summary>For a Web user's registration.</summary>
    public IReadOnlyList<string> WebUser { get; init; } = [];

    /// <summary>The papers for a kind.</summary>
    public IReadOnlyList<string> For(Domain.Registration.ApplicationType type) => type switch
    {
        Domain.Registration.ApplicationType.HeadOffice => HeadOffice,
        Domain.Registration.ApplicationType.Branch => Branch,
        _ => WebUser,
    };

    /// <summary>Everything that has to be in the envelope for a kind: the stamped form first.</summary>
    public IReadOnlyList<string> WithForm(Domain.Registration.ApplicationType type) =>
        [$"{Domain.Registration.ApplicationTypeNames.FormTitle(type)}(代表者印を押したもの)", .. For(type)];
}

/// <summary>Builds the addresses that stand in mails; only from the setting <c>Portal__PublicUrl</c>, never from a request.</summary>
/// <param name="PublicUrl">Where the portal is reached from outside.</param>
public sealed record PortalUrls(Uri PublicUrl)
{
    /// <summary>⑦ The 登録用URL.</summary>
    public Uri RegistrationLink(Domain.Common.LinkToken token) => new(PublicUrl, $"r/{token.Value}");

    /// <summary>The URL of M20.</summary>
    public Uri StatusLink(Domain.Common.LinkToken token) => new(PublicUrl, $"s/{token.Value}");

    /// <summary>The URL of M17 and M18: where a Web user sets a password.</summary>
    public Uri PasswordLink(Domain.Common.LinkToken token) => new(PublicUrl, $"p/{token.Value}");

    /// <summary>⑮ Where Web users log in.</summary>
    public Uri LogIn => new(PublicUrl, "login");

    /// <summary>Where an applicant who forgot the password asks for a link.</summary>
    public Uri Forgotten => new(PublicUrl, "login/forgotten");

    /// <summary>⑧b Where the status of an application can be asked for.</summary>
    public Uri RequestStatus => new(PublicUrl, "registration/status");

    /// <summary>⑤ Where a new 登録用URL can be asked for.</summary>
    public Uri RequestLink => new(PublicUrl, "registration/mail-address");
}
