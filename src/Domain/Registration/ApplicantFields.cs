namespace NexiPortal.Domain.Registration;

/// <summary>What an administrator enters about an applicant (申込者): the questions of step 2 about a Web user, with the applicant's own names and help.</summary>
public static class ApplicantFields
{
    /// <summary>役職名.</summary>
    public static readonly ApplicationField JobTitle = ApplicationFields.JobTitle with
    {
        Key = "applicant-job-title",
        Group = FieldGroup.Applicant,
        Legend = "",
        FullName = "役職名",
        Enter = "WebユーザーID(申込者用)をお使いになる方の役職名を入力してください。役職名がない場合は、所属名を入力してください。",
        Why = "Webユーザーの一覧に表示します。",
    };

    /// <summary>所属名.</summary>
    public static readonly ApplicationField Department = ApplicationFields.Department with
    {
        Key = "applicant-department",
        Group = FieldGroup.Applicant,
        Legend = "",
        OrElse = JobTitle,
        Enter = "WebユーザーID(申込者用)をお使いになる方の部署名を入力してください。部署名がない場合は、役職名を入力してください。",
        Why = "Webユーザーの一覧に表示します。",
    };

    /// <summary>氏名.</summary>
    public static readonly ApplicationField Name = ApplicationFields.AdministratorName with
    {
        Key = "applicant-name",
        Group = FieldGroup.Applicant,
        Legend = "",
        FullName = "氏名",
        Enter = "WebユーザーID(申込者用)をお使いになる方の氏名を入力してください。",
        Why = "Webユーザーの一覧に表示します。",
    };

    /// <summary>電話番号.</summary>
    public static readonly ApplicationField Telephone = ApplicationFields.AdministratorTelephone with
    {
        Key = "applicant-telephone",
        Group = FieldGroup.Applicant,
        Legend = "",
        FullName = "電話番号",
        Enter = "WebユーザーID(申込者用)をお使いになる方に日中つながる電話番号を、市外局番から入力してください。",
        Why = "Webサービスのご利用についてご連絡する際に使用します。",
    };

    /// <summary>メールアドレス.</summary>
    public static readonly ApplicationField MailAddress = ApplicationFields.MailAddress with
    {
        Key = "applicant-mail-address",
        Group = FieldGroup.Applicant,
        Legend = "",
        Enter = "WebユーザーID(申込者用)をお使いになる方のメールアドレスを入力してください。ほかの方と共用しているメールアドレスは避けてください。",
        Why = "パスワードを設定するためのURLなど、Webサービスのご利用に関するお知らせをお送りします。",
    };

    /// <summary>メールアドレス(確認用), typed a second time.</summary>
    public static readonly ApplicationField MailAddressAgain = ApplicationFields.MailAddressAgain with
    {
        Key = "applicant-mail-address-again",
        Group = FieldGroup.Applicant,
        Legend = "",
        Confirms = MailAddress,
    };

    /// <summary>Every field, in the order of the form.</summary>
    public static readonly IReadOnlyList<ApplicationField> All = [Department, JobTitle, Name, Telephone, MailAddress, MailAddressAgain];
}
