using NexiPortal.Domain.Common;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Domain.Registration;

/// <summary>What a case is found by in the work queue, and noticed as a duplicate by: the likenesses of its entries, in which different spellings meet.</summary>
public sealed record SearchKeys
{
    /// <summary>The keys of nothing.</summary>
    public static SearchKeys None => new();

    /// <summary>保険利用者名(漢字), followed by the name of the branch.</summary>
    public string Name { get; private init; } = "";

    /// <summary>保険利用者名(カナ), followed by the name of the branch.</summary>
    public string Kana { get; private init; } = "";

    /// <summary>所在地.</summary>
    public string Address { get; private init; } = "";

    /// <summary>代表電話番号.</summary>
    public string Telephone { get; private init; } = "";

    /// <summary>電話番号 of the administrator.</summary>
    public string AdministratorTelephone { get; private init; } = "";

    /// <summary>The 保険利用者コード named: the head office's of a branch, or the company's own.</summary>
    public string Code { get; private init; } = "";

    /// <summary>メールアドレス of the administrator.</summary>
    public string AdministratorMail { get; private init; } = "";

    /// <summary>The address of ⑤.</summary>
    public string ContactMail { get; private init; } = "";

    /// <summary>The keys of what was submitted.</summary>
    public static SearchKeys Of(ApplicationType type, FieldValues details, EmailAddress contact) => new()
    {
        Name = Likeness.OfName(details[CompanyName]) + Likeness.OfName(details[BranchName]),
        Kana = Likeness.OfKana(details[CompanyNameKana]) + Likeness.OfKana(details[BranchNameKana]),
        Address = Likeness.OfAddress(details[ApplicationFields.Address]),
        Telephone = Likeness.OfTelephone(details[ApplicationFields.Telephone]),
        AdministratorTelephone = Likeness.OfTelephone(details[ApplicationFields.AdministratorTelephone]),
        Code = details[type == ApplicationType.Branch ? HeadOfficeCode : ApplicationFields.InsuranceUserCode],
        AdministratorMail = OfMail(details[MailAddress]),
        ContactMail = OfMail(contact.Value),
    };

    /// <summary>A mail address, or the beginning of one, whatever the case and width of its letters.</summary>
    public static string OfMail(string address) => Tidying.HalfWidth(address).ToLowerInvariant();
}
