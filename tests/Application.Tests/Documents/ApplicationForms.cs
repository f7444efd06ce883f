using NexiPortal.Application.Registration;

namespace NexiPortal.Application.Tests.Documents;

/// <summary>Forms to print: an ordinary one of each kind, and one with every entry as long as step 2 allows.</summary>
internal static class ApplicationForms
{
    public const string HeadOffice = "保険利用者登録(本店)", Branch = "保険利用者登録(支店)", WebUser = "Webユーザー登録";

    public static ApplicationForm Ordinary(string kind = HeadOffice, string company = "株式会社日本貿易商事", string person = "日本 太郎", string representative = "髙橋 一郎") =>
        Form(kind, new Entries
        {
            Introducer = "",
            Company = company,
            CompanyKana = "カブシキガイシャニホンボウエキショウジ",
            Unit = "大阪支店",
            UnitKana = "オオサカシテン",
            Address = "東京都千代田区丸の内１－２－３　丸の内貿易ビル１階",
            RegisteredAddress = "保険利用者所在地と同じ",
            Title = "代表取締役社長",
            Representative = representative,
            Homepage = "https://www.nihon-boeki.example/",
            Department = "総務部",
            JobTitle = "部長",
            Person = person,
            Mail = "taro@sample.com",
        });

    /// <summary>Every entry at its greatest length, of characters that come from the fallback font.</summary>
    public static ApplicationForm Longest(string kind) =>
        Form(kind, new Entries
        {
            Introducer = Of(50),
            Company = Of(50),
            CompanyKana = new string('ヲ', 60),
            Unit = Of(50),
            UnitKana = new string('ヲ', 60),
            Address = Of(55),
            RegisteredAddress = Of(60),
            Title = Of(15),
            Representative = Of(15),
            Homepage = "https://" + new string('W', 42),
            Department = Of(25),
            JobTitle = Of(50),
            Person = Of(50),
            Mail = new string('W', 38) + "@example.com",
        });

    private static string Of(int count) => string.Concat(Enumerable.Repeat("𠮷", count));

    private static ApplicationForm Form(string kind, Entries entries) => new()
    {
        Title = kind == WebUser ? "Webユーザー登録申込書" : "保険利用者登録申込書",
        KindLabel = kind,
        ApplicationNumber = "2607-00123-9",
        Revision = 1,
        QrText = "2607-00123-9/1/K7Q2",
        AppliedOn = "2026年7月1日(令和8年)",
        ValidUntil = "2026年9月29日(令和8年)",
        Sections = [.. Sections(kind, entries)],
        RepresentativeTitle = entries.Title,
        RepresentativeName = entries.Representative,
        SealExplanation = "商業・法人登記に届け出た印鑑を、右の枠の中に鮮明に押してください。",
        Consent = ["Webサービス利用規約(第1.0版)に2026年7月1日 14時23分に同意しました。"],
        Enclosures = kind == HeadOffice ? ["印鑑証明書(発行後3か月以内の原本)", "履歴事項全部証明書"] : ["印鑑証明書"],
        OperatorName = "株式会社日本貿易保険",
        Contact = ["お客様登録グループ", "電話 03-1234-5678", "受付時間 9時から17時まで(土日祝日・年末年始を除く)"],
        PostAddress = new PostAddress("101-8359", ["東京都千代田区西神田３－８－１", "千代田ファーストビル東館３階"], "お客様登録グループ"),
        Sender = new CoveringNoteSender("100-0001", entries.Address, kind == Branch ? $"{entries.Company} {entries.Unit}" : entries.Company,
            $"{entries.Department} {entries.JobTitle}", entries.Person, "03-1234-5678"),
        CreatedAt = new DateTimeOffset(2026, 7, 1, 14, 23, 0, TimeSpan.FromHours(9)),
    };

    private static IEnumerable<ApplicationFormSection> Sections(string kind, Entries entries)
    {
        var registers = kind != WebUser;
        yield return new("申込関連情報",
        [
            new(null, "申込種類", kind),
            .. Only(registers, new(null, "企業・金融機関区分", "企業"), new(null, "紹介元金融機関名", entries.Introducer)),
        ]);
        yield return new("保険利用者の情報",
        [
            .. Only(kind == Branch, new ApplicationFormRow(null, "本店の保険利用者コード", "123456789")),
            .. Only(kind == WebUser, new ApplicationFormRow(null, "保険利用者コード", "123456789")),
            new("保険利用者名", "漢字", entries.Company),
            new("保険利用者名", "カナ", entries.CompanyKana),
            .. Only(kind == Branch, new("支店・部門・事業所名", "漢字", entries.Unit), new("支店・部門・事業所名", "カナ", entries.UnitKana)),
            new("保険利用者所在地", "郵便番号", "100-0001"),
            new("保険利用者所在地", "所在地", entries.Address),
            new("保険利用者所在地", "代表電話番号", "03-1234-5678"),
            .. Only(registers, new("登記所在地", "登記所在地", "保険利用者所在地と異なる"), new("登記所在地", "登記上の所在地", entries.RegisteredAddress)),
            new("代表者", "役職名", entries.Title),
            new("代表者", "氏名", entries.Representative),
            new(null, "ホームページアドレス", entries.Homepage),
        ]);
        yield return new("Webユーザー(管理者)の情報",
        [
            new("Webユーザー(管理者)", "所属名", entries.Department),
            new("Webユーザー(管理者)", "役職名", entries.JobTitle),
            new("Webユーザー(管理者)", "氏名", entries.Person),
            new("Webユーザー(管理者)", "電話番号", "03-1234-5678"),
            new("Webユーザー(管理者)", "メールアドレス", entries.Mail),
        ]);
        yield return new("Webサービス設定情報", [new(null, "ワンタイムパスワード希望", "希望する")]);
    }

    private static ApplicationFormRow[] Only(bool asked, params ApplicationFormRow[] rows) => asked ? rows : [];

    private sealed record Entries
    {
        public required string Introducer { get; init; }
        public required string Company { get; init; }
        public required string CompanyKana { get; init; }
        public required string Unit { get; init; }
        public required string UnitKana { get; init; }
        public required string Address { get; init; }
        public required string RegisteredAddress { get; init; }
        public required string Title { get; init; }
        public required string Representative { get; init; }
        public required string Homepage { get; init; }
        public required string Department { get; init; }
        public required string JobTitle { get; init; }
        public required string Person { get; init; }
        public required string Mail { get; init; }
    }
}
