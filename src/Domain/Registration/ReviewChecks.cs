namespace NexiPortal.Domain.Registration;

/// <summary>One point of the check list a clerk goes through before asking for approval.</summary>
/// <param name="Key">Stable key in the database and in the page.</param>
/// <param name="Label">What is checked.</param>
public sealed record ReviewCheck(string Key, string Label);

/// <summary>The check list of a case under review (手続中).</summary>
public static class ReviewChecks
{
    private static readonly ReviewCheck Form = new("form", "申込書の記載が申込情報と一致し、手書きの訂正がない");
    private static readonly ReviewCheck Seal = new("seal", "代表者印が印鑑証明書の印影と一致している");
    private static readonly ReviewCheck SealCertificate = new("seal-certificate", "印鑑証明書が原本で、発行から3か月以内である");
    private static readonly ReviewCheck Registry = new("registry", "名称・登記所在地・代表者が履歴事項全部証明書と一致している");
    private static readonly ReviewCheck Registered = new("registered", "保険利用者コードの登録内容と照合した");
    private static readonly ReviewCheck Duplicates = new("duplicates", "重複する登録・申込みがないことを確認した");

    /// <summary>The points to check for a kind.</summary>
    public static IReadOnlyList<ReviewCheck> For(ApplicationType type) =>
        type == ApplicationType.HeadOffice ? [Form, Seal, SealCertificate, Registry, Duplicates] : [Form, Seal, SealCertificate, Registered, Duplicates];
}
