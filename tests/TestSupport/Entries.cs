using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.TestSupport;

/// <summary>Complete entries of step 2, as a clerk would type them.</summary>
public static class Entries
{
    /// <summary>A complete entry of a kind, with names that old character sets lack.</summary>
    public static FieldValues Complete(ApplicationType type)
    {
        var values = Defaults(type);
        foreach (var (field, value) in Typed.Where(v => v.Field.For(type) != NexiPortal.Domain.Registration.Requirement.NotAsked)) values = values.With(field, value);
        return values;
    }

    private static readonly (ApplicationField Field, string Value)[] Typed =
    [
        (IntroducingBank, "日本第一銀行"),
        (HeadOfficeCode, "123456789"),
        (InsuranceUserCode, "987654321"),
        (CompanyName, "株式会社髙﨑𠮷商事"),
        (CompanyNameKana, "カブシキガイシャタカサキヨシショウジ"),
        (BranchName, "大阪支店"),
        (BranchNameKana, "オオサカシテン"),
        (PostalCode, "100-0001"),
        (Address, "東京都千代田区千代田一丁目１番１号"),
        (Telephone, "03-1234-5678"),
        (RegisteredAddressChoice, SameAddress),
        (RepresentativeTitle, "代表取締役社長"),
        (RepresentativeName, "髙橋　太郎"),
        (Homepage, "https://www.example.jp/"),
        (Department, "総務部"),
        (JobTitle, "部長"),
        (AdministratorName, "日本　花子"),
        (AdministratorTelephone, "03-1234-5679"),
        (MailAddress, "hanako@example.jp"),
        (MailAddressAgain, "hanako@example.jp"),
    ];
}
