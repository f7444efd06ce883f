using static NexiPortal.Domain.Registration.Requirement;

namespace NexiPortal.Domain.Registration;

/// <summary>
/// The fields of step 2 (⑩) in the order of the form. The manual shows the head office's; what the other two kinds ask follows from it.
/// </summary>
public static class ApplicationFields
{
    /// <summary>登記所在地 is the 所在地 above.</summary>
    public const string SameAddress = "same";

    /// <summary>登記所在地 is another address, then entered.</summary>
    public const string OtherAddress = "other";

    /// <summary>A one-time password is wished.</summary>
    public const string Wished = "wished";

    /// <summary>No one-time password is wished.</summary>
    public const string NotWished = "not-wished";

    private const string Company = "company";
    private const string Bank = "bank";

    private static readonly (Requirement, Requirement, Requirement) Always = (Required, Required, Required);
    private static readonly (Requirement, Requirement, Requirement) RegistrationOnly = (Required, Required, NotAsked);
    private static readonly (Requirement, Requirement, Requirement) RegistrationMay = (Optional, Optional, NotAsked);
    private static readonly (Requirement, Requirement, Requirement) BranchOnly = (NotAsked, Required, NotAsked);
    private static readonly (Requirement, Requirement, Requirement) May = (Optional, Optional, Optional);

    /// <summary>企業・金融機関区分.</summary>
    public static readonly ApplicationField Category = new("category", "企業・金融機関区分", FieldGroup.Application,
        new ChoiceRule(new Choice(Company, "企業"), new Choice(Bank, "金融機関")))
    {
        Asked = RegistrationOnly,
        Default = _ => Company,
        Note = "輸出手形保険をご利用になる金融機関のみ「金融機関」を選択してください。",
        Enter = "「企業」または「金融機関」を選択してください。輸出手形保険をご利用になる銀行などの場合に限り「金融機関」を選択し、それ以外の場合は「企業」を選択してください。",
        Why = "ご利用になれる保険の種類とお手続きの窓口を確認するためにお伺いしています。",
    };

    /// <summary>紹介元金融機関名.</summary>
    public static readonly ApplicationField IntroducingBank = new("introducing-bank", "紹介元金融機関名", FieldGroup.Application, new FullWidthRule(50))
    {
        Asked = RegistrationMay,
        Example = "日本第一銀行",
        Enter = "金融機関からのご紹介でお申込みになる場合に、その金融機関の名称を入力してください。ご紹介でない場合は、空欄のままで差し支えありません。",
        Why = "ご紹介元の金融機関との連絡を円滑に行うためにお伺いしています。",
    };

    /// <summary>本店の保険利用者コード: the head office a branch belongs to.</summary>
    public static readonly ApplicationField HeadOfficeCode = new("head-office-code", "本店の保険利用者コード", FieldGroup.InsuranceUser, new InsuranceUserCodeRule())
    {
        Asked = BranchOnly,
        Example = "123456789",
        Enter = "すでに登録されている本店(本社)の保険利用者コードを、9桁の数字で入力してください。保険証券やNEXIからのお知らせに記載されています。",
        Why = "追加される支店・部門・事業所を、本店の登録と結び付けるために必要です。",
    };

    /// <summary>保険利用者コード of the company that wants a Web user.</summary>
    public static readonly ApplicationField InsuranceUserCode = new("insurance-user-code", "保険利用者コード", FieldGroup.InsuranceUser, new InsuranceUserCodeRule())
    {
        Asked = (NotAsked, NotAsked, Required),
        Example = "123456789",
        Enter = "WebユーザーIDを登録する本店・支店・部門・事業所の保険利用者コードを、9桁の数字で入力してください。保険証券やNEXIからのお知らせに記載されています。",
        Why = "WebユーザーIDは保険利用者コードごとに発行されるため、どのコードについてのお申込みかを確認します。",
    };

    /// <summary>保険利用者名(漢字).</summary>
    public static readonly ApplicationField CompanyName = new("company-name", "漢字", FieldGroup.InsuranceUser, new FullWidthRule(50))
    {
        FullName = "保険利用者名(漢字)",
        Legend = "保険利用者名",
        Asked = Always,
        Example = "株式会社日本貿易商事",
        Autofill = "organization",
        Enter = "会社の名称を、商業・法人登記のとおりに、「株式会社」などを略さず入力してください。髙・﨑などの字体もそのままお使いいただけます。",
        Why = "ご提出いただく証明書の名称と照合します。登記と異なる場合は、お手続きを進めることができません。",
    };

    /// <summary>保険利用者名(カナ).</summary>
    public static readonly ApplicationField CompanyNameKana = new("company-name-kana", "カナ", FieldGroup.InsuranceUser, new KatakanaRule(60))
    {
        FullName = "保険利用者名(カナ)",
        Legend = "保険利用者名",
        Asked = Always,
        Example = "カブシキガイシャニホンボウエキショウジ",
        Enter = "会社の名称の読みを、「カブシキガイシャ」なども含めて全角カタカナで入力してください。ひらがなや半角カタカナで入力された場合は、自動で全角カタカナに整えます。",
        Why = "お問い合わせの際に登録を確認するため、また同じ名称の会社と区別するために使用します。",
    };

    /// <summary>支店・部門・事業所名(漢字).</summary>
    public static readonly ApplicationField BranchName = new("branch-name", "漢字", FieldGroup.InsuranceUser, new FullWidthRule(50))
    {
        FullName = "支店・部門・事業所名(漢字)",
        Legend = "支店・部門・事業所名",
        Asked = BranchOnly,
        Example = "大阪支店",
        Enter = "追加する支店(支社)・部門・事業所の名称を入力してください。会社の名称を重ねて入力する必要はありません。",
        Why = "保険利用者コードを発行する単位の名称として、保険証券などに表示されます。",
    };

    /// <summary>支店・部門・事業所名(カナ).</summary>
    public static readonly ApplicationField BranchNameKana = new("branch-name-kana", "カナ", FieldGroup.InsuranceUser, new KatakanaRule(60))
    {
        FullName = "支店・部門・事業所名(カナ)",
        Legend = "支店・部門・事業所名",
        Asked = BranchOnly,
        Example = "オオサカシテン",
        Enter = "支店(支社)・部門・事業所の名称の読みを、全角カタカナで入力してください。",
        Why = "お問い合わせの際に登録を確認するために使用します。",
    };

    /// <summary>郵便番号 of the 所在地.</summary>
    public static readonly ApplicationField PostalCode = new("postal-code", "郵便番号", FieldGroup.InsuranceUser, new PostalCodeRule())
    {
        Legend = "保険利用者所在地",
        Asked = Always,
        Example = "100-0001",
        Autofill = "postal-code",
        Enter = "所在地の郵便番号を7桁の数字で入力してください。ハイフンは省略しても差し支えありません。",
        Why = "「登録完了通知書」をお送りする宛先になります。",
    };

    /// <summary>所在地, where the letter is sent.</summary>
    public static readonly ApplicationField Address = new("address", "所在地", FieldGroup.InsuranceUser, new FullWidthRule(55))
    {
        Legend = "保険利用者所在地",
        Asked = Always,
        Example = "東京都千代田区△△町1－2－3 △△ビル1階",
        Autofill = "street-address",
        Enter = "都道府県から、建物名・階数まで入力してください。支店の登録では、その支店・部門・事業所の所在地を入力してください。",
        Why = "WebユーザーIDと初期パスワードを記載した「登録完了通知書」を、この所在地にお送りします。",
    };

    /// <summary>代表電話番号.</summary>
    public static readonly ApplicationField Telephone = new("telephone", "代表電話番号", FieldGroup.InsuranceUser, new TelephoneRule())
    {
        Legend = "保険利用者所在地",
        Asked = Always,
        Example = "03-1234-5678",
        Enter = "会社(支店の登録では、その支店・部門・事業所)の代表電話番号を、市外局番から入力してください。",
        Why = "お申込みの内容についてお問い合わせする際に使用します。",
    };

    /// <summary>登記所在地: the same as 所在地 or another.</summary>
    public static readonly ApplicationField RegisteredAddressChoice = new("registered-address-choice", "登記所在地", FieldGroup.InsuranceUser,
        new ChoiceRule(new Choice(SameAddress, "保険利用者所在地と同じ"), new Choice(OtherAddress, "保険利用者所在地と異なる")))
    {
        Legend = "登記所在地",
        Asked = RegistrationOnly,
        Default = type => type == ApplicationType.HeadOffice ? SameAddress : null,
        Enter = "商業・法人登記に記載された本店の所在地が、上の「保険利用者所在地」と同じかどうかを選択してください。",
        Why = "ご提出いただく証明書の所在地と照合します。",
    };

    /// <summary>登記所在地 when it differs.</summary>
    public static readonly ApplicationField RegisteredAddress = new("registered-address", "登記上の所在地", FieldGroup.InsuranceUser, new FullWidthRule(60))
    {
        Legend = "登記所在地",
        Asked = RegistrationMay,
        Example = "東京都千代田区△△町1－2－3 △△ビル1階",
        Note = "保険利用者所在地と異なる場合は必ず入力してください。",
        Enter = "商業・法人登記に記載された本店の所在地を、登記のとおりに入力してください。「保険利用者所在地と同じ」を選択された場合は、空欄のままで差し支えありません。",
        Why = "ご提出いただく証明書の所在地と照合します。",
    };

    /// <summary>代表者 役職名.</summary>
    public static readonly ApplicationField RepresentativeTitle = new("representative-title", "役職名", FieldGroup.InsuranceUser, new FullWidthRule(15))
    {
        FullName = "代表者の役職名",
        Legend = "代表者",
        Asked = Always,
        Example = "代表取締役社長",
        Enter = "商業・法人登記に登記された代表者の役職名を入力してください。",
        Why = "申込書の代表者欄に印字し、ご提出いただく証明書と照合します。",
    };

    /// <summary>代表者 氏名.</summary>
    public static readonly ApplicationField RepresentativeName = new("representative-name", "氏名", FieldGroup.InsuranceUser, new FullWidthRule(15))
    {
        FullName = "代表者の氏名",
        Legend = "代表者",
        Asked = Always,
        Example = "日本 太郎",
        Enter = "商業・法人登記に登記された代表者の氏名を入力してください。申込書には、この代表者の届出印(実印)を押していただきます。",
        Why = "申込書の代表者欄に印字し、ご提出いただく証明書と照合します。",
    };

    /// <summary>ホームページアドレス.</summary>
    public static readonly ApplicationField Homepage = new("homepage", "ホームページアドレス", FieldGroup.InsuranceUser, new WebAddressRule(50))
    {
        Asked = RegistrationMay,
        Example = "http://www.nexi.go.jp/",
        Enter = "会社のホームページがある場合に、http:// または https:// から入力してください。ない場合は、空欄のままで差し支えありません。",
        Why = "事業の内容を確認する際の参考にいたします。",
    };

    /// <summary>役職名 of the administrator.</summary>
    public static readonly ApplicationField JobTitle = new("job-title", "役職名", FieldGroup.Administrator, new FullWidthRule(50))
    {
        FullName = "Webユーザー(管理者)の役職名",
        Legend = "Webユーザー(管理者)",
        Asked = May,
        Example = "部長",
        Autofill = "organization-title",
        Enter = "WebユーザーID(管理者用)をお使いになる方の役職名を入力してください。役職名がない場合は、所属名を入力してください。",
        Why = "保険契約の情報を扱うIDであるため、管理権限をお持ちの方の登録をお勧めしています。",
    };

    /// <summary>所属名 of the administrator.</summary>
    public static readonly ApplicationField Department = new("department", "所属名", FieldGroup.Administrator, new FullWidthRule(25))
    {
        Legend = "Webユーザー(管理者)",
        Asked = May,
        OrElse = JobTitle,
        Example = "総務部",
        Note = "所属名と役職名のどちらか一方は必ず入力してください。",
        Enter = "WebユーザーID(管理者用)をお使いになる方の部署名を入力してください。部署名がない場合は、役職名を入力してください。",
        Why = "「登録完了通知書」の宛名に使用します。",
    };

    /// <summary>氏名 of the administrator.</summary>
    public static readonly ApplicationField AdministratorName = new("administrator-name", "氏名", FieldGroup.Administrator, new FullWidthRule(50))
    {
        FullName = "Webユーザー(管理者)の氏名",
        Legend = "Webユーザー(管理者)",
        Asked = Always,
        Example = "日本 太郎",
        Autofill = "name",
        Enter = "WebユーザーID(管理者用)をお使いになる方の氏名を入力してください。",
        Why = "「登録完了通知書」の宛名に使用します。",
    };

    /// <summary>電話番号 of the administrator.</summary>
    public static readonly ApplicationField AdministratorTelephone = new("administrator-telephone", "電話番号", FieldGroup.Administrator, new TelephoneRule())
    {
        FullName = "Webユーザー(管理者)の電話番号",
        Legend = "Webユーザー(管理者)",
        Asked = Always,
        Example = "03-1234-5678",
        Autofill = "tel",
        Enter = "WebユーザーID(管理者用)をお使いになる方に日中つながる電話番号を、市外局番から入力してください。",
        Why = "お申込みの内容やWebサービスのご利用についてご連絡する際に使用します。",
    };

    /// <summary>メールアドレス of the administrator.</summary>
    public static readonly ApplicationField MailAddress = new("mail-address", "メールアドレス", FieldGroup.Administrator, new MailAddressRule(50))
    {
        Legend = "Webユーザー(管理者)",
        Asked = Always,
        Example = "taro@sample.com",
        Autofill = "email",
        Enter = "WebユーザーID(管理者用)をお使いになる方のメールアドレスを入力してください。登録用URLを受け取られたメールアドレスと異なっていても差し支えありません。",
        Why = "パスワードの変更など、Webサービスのご利用に関するお知らせをお送りします。",
    };

    /// <summary>メールアドレス(確認用), typed a second time.</summary>
    public static readonly ApplicationField MailAddressAgain = new("mail-address-again", "メールアドレス(確認用)", FieldGroup.Administrator, new MailAddressRule(50))
    {
        Legend = "Webユーザー(管理者)",
        Asked = Always,
        Example = "taro@sample.com",
        Autofill = "email",
        Confirms = MailAddress,
        Enter = "確認のため、同じメールアドレスをもう一度入力してください。",
        Why = "入力の誤りにより、お知らせが届かなくなることを防ぐためです。",
    };

    /// <summary>ワンタイムパスワード希望.</summary>
    public static readonly ApplicationField OneTimePassword = new("one-time-password", "ワンタイムパスワード希望", FieldGroup.WebService,
        new ChoiceRule(new Choice(Wished, "希望する"), new Choice(NotWished, "希望しない")))
    {
        Asked = Always,
        Default = _ => NotWished,
        Note = "ワンタイムパスワードを利用すると、ログインのたびに追加の認証を行うため、より安全にご利用いただけます。設定は後から変更できます。",
        Enter = "ログインのときに、WebユーザーIDとパスワードに加えて、ワンタイムパスワード(1回限りの確認番号)も使用するかどうかを選択してください。ご登録の後に変更することもできます。",
        Why = "パスワードが他人に知られた場合でも、不正なログインを防ぐことができます。",
    };

    /// <summary>Every field in the order of the form.</summary>
    public static readonly IReadOnlyList<ApplicationField> All =
    [
        Category, IntroducingBank,
        HeadOfficeCode, InsuranceUserCode, CompanyName, CompanyNameKana, BranchName, BranchNameKana, PostalCode, Address, Telephone,
        RegisteredAddressChoice, RegisteredAddress, RepresentativeTitle, RepresentativeName, Homepage,
        Department, JobTitle, AdministratorName, AdministratorTelephone, MailAddress, MailAddressAgain,
        OneTimePassword,
    ];

    /// <summary>The fields a kind asks for, in the order of the form.</summary>
    public static IReadOnlyList<ApplicationField> For(ApplicationType type) => [.. All.Where(f => f.For(type) != NotAsked)];

    /// <summary>The field with a key; null when there is none.</summary>
    public static ApplicationField? Find(string key) => All.Concat(ApplicantFields.All).FirstOrDefault(f => f.Key == key);

    /// <summary>What stands in the fields of a kind before anything is entered: the choices made beforehand.</summary>
    public static FieldValues Defaults(ApplicationType type) =>
        FieldValues.From(For(type).Select(f => KeyValuePair.Create(f.Key, f.Default(type) ?? "")));

    /// <summary>Title of a box.</summary>
    public static string Title(FieldGroup group) => group switch
    {
        FieldGroup.Application => "申込関連情報",
        FieldGroup.InsuranceUser => "保険利用者の情報",
        FieldGroup.Administrator => "Webユーザー(管理者)の情報",
        FieldGroup.WebService => "Webサービス設定情報",
        FieldGroup.Applicant => "Webユーザー(申込者)の情報",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
