namespace NexiPortal.Domain.Registration;

/// <summary>Why papers have to be corrected or added (補正), and how the registrant mends it (M08).</summary>
/// <param name="Key">Stable key in the database.</param>
/// <param name="Label">What is wrong.</param>
/// <param name="Remedy">What the registrant is asked to do.</param>
public sealed record CorrectionReason(string Key, string Label, string Remedy);

/// <summary>The reasons staff choose from; whatever is none of them is written as a note.</summary>
public static class CorrectionReasons
{
    /// <summary>Every reason, in the order staff check the papers.</summary>
    public static readonly IReadOnlyList<CorrectionReason> All =
    [
        new("form-missing", "申込書が同封されていません", "申込書を印刷し、代表者印を押してお送りください。"),
        new("form-outdated", "申込書が最新の版ではありません", "最新の申込書を印刷し、代表者印を押してお送りください。"),
        new("form-altered", "申込書に手書きの訂正があります", "申込書を印刷し直し、代表者印を押してお送りください。申込内容に訂正がある場合は、お問い合わせ先までご連絡ください。"),
        new("seal-missing", "代表者印が押されていません", "申込書を印刷し、代表者印の欄に、商業・法人登記に届け出た印鑑を押してお送りください。"),
        new("seal-unclear", "代表者印が不鮮明です", "申込書を印刷し、代表者印を鮮明に押してお送りください。"),
        new("seal-differs", "代表者印が印鑑証明書の印影と異なります", "申込書を印刷し、印鑑証明書と同じ印鑑を押してお送りください。"),
        new("seal-certificate-missing", "印鑑証明書が同封されていません", "発行から3か月以内の印鑑証明書の原本をお送りください。"),
        new("seal-certificate-old", "印鑑証明書の発行から3か月を過ぎています", "発行から3か月以内の印鑑証明書の原本をお送りください。"),
        new("seal-certificate-copy", "印鑑証明書が原本ではありません", "発行から3か月以内の印鑑証明書の原本をお送りください。"),
        new("registry-certificate-missing", "履歴事項全部証明書が同封されていません", "履歴事項全部証明書をお送りください。"),
        new("certificate-differs", "申込内容が証明書の記載と異なります", "記載の異なる点について、お問い合わせ先までご連絡ください。"),
    ];

    /// <summary>The reason with a key; null when there is none.</summary>
    public static CorrectionReason? Find(string key) => All.FirstOrDefault(reason => reason.Key == key);
}
