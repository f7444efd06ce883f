namespace NexiPortal.Domain.InsuranceUsers;

/// <summary>登録内容: what is registered of an insurance user, tidied as at step 2; empty where nothing is.</summary>
public sealed record RegisteredDetails
{
    /// <summary>企業・金融機関区分, the choice's key.</summary>
    public string Category { get; init; } = "";

    /// <summary>紹介元金融機関名.</summary>
    public string IntroducingBank { get; init; } = "";

    /// <summary>保険利用者名(漢字).</summary>
    public string CompanyName { get; init; } = "";

    /// <summary>保険利用者名(カナ).</summary>
    public string CompanyNameKana { get; init; } = "";

    /// <summary>支店・部門・事業所名(漢字); empty for a head office.</summary>
    public string BranchName { get; init; } = "";

    /// <summary>支店・部門・事業所名(カナ); empty for a head office.</summary>
    public string BranchNameKana { get; init; } = "";

    /// <summary>郵便番号 of the 所在地.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>所在地, where letters go.</summary>
    public string Address { get; init; } = "";

    /// <summary>代表電話番号.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>登記所在地; empty when it is the 所在地.</summary>
    public string RegisteredAddress { get; init; } = "";

    /// <summary>代表者 役職名.</summary>
    public string RepresentativeTitle { get; init; } = "";

    /// <summary>代表者 氏名.</summary>
    public string RepresentativeName { get; init; } = "";

    /// <summary>ホームページアドレス.</summary>
    public string Homepage { get; init; } = "";
}
