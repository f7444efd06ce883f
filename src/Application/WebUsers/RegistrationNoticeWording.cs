using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>Whom a letter goes to: where the insurance user is registered, and who its Web user (administrator) is. What was left empty is empty.</summary>
public sealed record NoticeRecipient
{
    /// <summary>郵便番号, NNN-NNNN.</summary>
    public required string PostalCode { get; init; }

    /// <summary>所在地.</summary>
    public required string Address { get; init; }

    /// <summary>保険利用者名(漢字).</summary>
    public required string Company { get; init; }

    /// <summary>支店・部門・事業所名(漢字) of a branch.</summary>
    public string Unit { get; init; } = "";

    /// <summary>所属名.</summary>
    public string Department { get; init; } = "";

    /// <summary>役職名.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>氏名.</summary>
    public required string Name { get; init; }
}

/// <summary>What a letter tells its recipient.</summary>
/// <param name="InsuranceUserCode">保険利用者コード.</param>
/// <param name="Number">発行番号 of this print, with the WebユーザーID(管理者用).</param>
/// <param name="Password">The initial password just made.</param>
/// <param name="UsableUntil">The last day on which it opens the first login.</param>
/// <param name="WishesOneTimePassword">Whether a one-time password is set up after the first login.</param>
public sealed record NoticeContent(string InsuranceUserCode, NoticeNumber Number, InitialPassword Password, DateOnly UsableUntil, bool WishesOneTimePassword);

/// <summary>What the letter (登録完了通知書) says.</summary>
/// <param name="nexi">The sender.</param>
/// <param name="urls">Where the Web service is.</param>
public sealed class RegistrationNoticeWording(OperatorProfile nexi, PortalUrls urls)
{
    private static readonly string NewPasswordRules =
        $"新しいパスワードは{PasswordRules.MinLength}文字以上{PasswordRules.MaxLength}文字以内とし、半角の英大文字・英小文字・数字・記号をすべて使用してください。"
        + $"使用できる記号は {string.Join(' ', PasswordRules.Symbols.AsEnumerable())} です。初期パスワードと同じものは使用できません。";

    /// <summary>Words one letter.</summary>
    public NoticeLetter Word(NoticeRecipient recipient, NoticeContent content, DateTimeOffset now) => new()
    {
        Title = "登録完了通知書",
        Address = new($"〒{recipient.PostalCode}", [recipient.Address, .. Filled(recipient.Company, recipient.Unit, Joined(recipient.Department, recipient.JobTitle))], $"{recipient.Name}　様", "親展"),
        IssuedOn = JapanTime.DateWithEra(JapanTime.DateAt(now)),
        Number = $"発行番号　{content.Number}",
        OperatorName = nexi.Name,
        Sender = [$"〒{nexi.PostalCode}", nexi.Address, nexi.Department],
        Greeting = "保険利用者・Webユーザー登録のお手続きが完了しました。Webサービスのご利用に必要な情報を、下記のとおりお知らせいたします。「はじめてログインするとき」をご覧のうえ、有効期限までにログインし、新しいパスワードを設定してください。",
        Entries =
        [
            new("保険利用者名", Joined(recipient.Company, recipient.Unit)),
            new("保険利用者コード", content.InsuranceUserCode),
            new("WebユーザーID(管理者用)", content.Number.UserId.Value),
        ],
        Password = new("初期パスワード", $"有効期限　{JapanTime.DateWithEra(content.UsableUntil)}まで", content.Password.Characters,
            $"半角{InitialPassword.Length}文字です。大文字と小文字を区別し、区切りを入れずに、左から順に入力してください。"),
        Cautions = new("ご注意",
        [
            "この通知書はご本人だけがご覧になり、ほかの方の目に触れない場所に、大切に保管してください。",
            "NEXIが電話やメールで初期パスワードやパスワードをお尋ねすることはありません。",
            "有効期限が過ぎた場合や、通知書の紛失・開封の跡などがあった場合は、お問い合わせ先までご連絡ください。新しい初期パスワードを書面でお送りします(以前の初期パスワードは使えなくなります)。",
            "WebユーザーID(管理者用)は、保険利用者コード1つにつき1つです。担当の方が交代される場合も、お問い合わせ先までご連絡ください。",
        ]),
        Steps = new("はじめてログインするとき",
        [
            $"Webブラウザーで {urls.PublicUrl} を開き、「ログイン」を押してください。",
            "「WebユーザーID」に上記のWebユーザーID(管理者用)を、「パスワード」に初期パスワードを入力し、「ログインする」を押してください。",
            "「パスワード変更」の画面で、「新しいパスワード」と「新しいパスワード(確認用)」に同じパスワードを入力し、「パスワードを変更する」を押してください。" + NewPasswordRules,
            .. content.WishesOneTimePassword
                ? ["続いて、ワンタイムパスワードの設定画面が表示されます。認証アプリまたはメールのどちらかを選び、画面の案内に沿って設定してください。"]
                : Array.Empty<string>(),
            "以上で、Webサービスをご利用いただけます。WebユーザーID(申込者用)は、「ユーザー管理」から登録できます。",
        ]),
        Contact = string.Join('　', "お問い合わせ先", nexi.Name, nexi.Department, $"電話 {nexi.Telephone}", nexi.Hours),
        CreatedAt = now,
    };

    private static string Joined(params string[] parts) => string.Join('　', Filled(parts));

    private static IEnumerable<string> Filled(params string[] parts) => parts.Where(part => part.Length > 0);
}
