using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Web.Texts;

/// <summary>What a person reads for a refusal: it names the field and says how to mend it.</summary>
public static class Sentences
{
    private static readonly Dictionary<string, Func<string, IReadOnlyList<object>, string>> ByCode = new()
    {
        [FieldErrors.Required] = (field, _) => $"{field}を入力してください。",
        [FieldErrors.ChoiceRequired] = (field, _) => $"{field}を選択してください。",
        [FieldErrors.UnknownChoice] = (field, _) => $"{field}を選択肢の中から選び直してください。",
        [FieldErrors.TooLongFullWidth] = (field, a) => $"{field}は全角{a[0]}文字以内で入力してください(現在{a[1]}文字です)。",
        [FieldErrors.TooLongHalfWidth] = (field, a) => $"{field}は半角{a[0]}文字以内で入力してください(現在{a[1]}文字です)。",
        [FieldErrors.Unprintable] = (field, a) => $"{field}の「{a[0]}」は申込書に印刷できない文字です。別の文字に置き換えて入力してください。",
        [FieldErrors.Forbidden] = (field, a) => $"{field}に使用できない制御文字({a[0]})が含まれています。入力し直してください。",
        [FieldErrors.NotKatakana] = (field, a) => $"{field}は全角カタカナで入力してください(「{a[0]}」は使用できません)。",
        [FieldErrors.NotPostalCode] = (field, _) => $"{field}は7桁の数字で、100-0001のように入力してください。",
        [FieldErrors.NotTelephone] = (field, _) => $"{field}は0から始まる10桁または11桁の数字で、03-1234-5678のように入力してください。",
        [FieldErrors.NotInsuranceUserCode] = (field, _) => $"{field}は9桁の数字で入力してください。",
        [FieldErrors.NotHalfWidth] = (field, a) => $"{field}は半角英数字で入力してください(「{a[0]}」は使用できません)。",
        [FieldErrors.NotMailAddress] = (field, _) => $"{field}は、taro@sample.comのような形式で入力してください。",
        [FieldErrors.NotWebAddress] = (field, _) => $"{field}は、http:// または https:// から始まる形式で入力してください。",
        [FieldErrors.MailAddressesDiffer] = (_, _) => "メールアドレスとメールアドレス(確認用)が一致していません。同じメールアドレスを入力してください。",
        [FieldErrors.DepartmentOrTitle] = (_, _) => "所属名と役職名のどちらか一方は必ず入力してください。",
        [RegistrationErrors.MailAddressRequired] = (_, _) => "メールアドレスを入力してください。",
        [RegistrationErrors.MailAddressInvalid] = (_, _) => "メールアドレスは、nippon-taro@sample.comのような形式で、1件だけ入力してください。",
        [RegistrationErrors.MailAddressAgainRequired] = (_, _) => "メールアドレス(確認用)を入力してください。",
        [RegistrationErrors.MailAddressesDiffer] = (_, _) => "メールアドレスとメールアドレス(確認用)が一致していません。同じメールアドレスを入力してください。",
        [RegistrationErrors.PasswordRequired] = (_, _) => "登録用パスワードを入力してください。",
        [RegistrationErrors.PasswordWrong] = (_, _) => "登録用パスワードが正しくありません。メールに記載された登録用パスワードをご確認のうえ、もう一度入力してください。",
        [RegistrationErrors.DraftChanged] = (_, _) => "別の画面で申込情報が変更されています。内容をご確認のうえ、もう一度操作してください。",
        [RegistrationErrors.TypeChanged] = (_, _) => "別の画面で申込みの種類が変更されています。お手数ですが、申込みの種類を選び直してください。",
        [RegistrationErrors.TypeNotChosen] = (_, _) => "申込みの種類を選択してください。",
        [RegistrationErrors.EntryIncomplete] = (_, _) => "入力内容に修正が必要な項目があります。",
        [RegistrationErrors.NotConfirmed] = (_, _) => "申込情報の内容をご確認ください。",
        [RegistrationErrors.ConsentRequired] = (_, _) => "Webサービス利用規約への同意にチェックしてください。",
        [RegistrationErrors.TermsRevised] = (_, _) => "Webサービス利用規約が改定されました。お手数ですが、新しい規約をご確認のうえ、もう一度同意してください。",
        [RegistrationErrors.AlreadySubmitted] = (_, _) => "申込情報はすでに送信されています。",
        [RegistrationErrors.NotSubmitted] = (_, _) => "申込情報はまだ送信されていません。",
        [RegistrationErrors.LinkExpired] = (_, _) => "登録用URLの有効期限が過ぎました。お手数ですが、登録用URLを再度お受け取りください。",
        [FormErrors.Stale] = (_, _) => "画面を開いてから時間が経過したか、別の画面で操作されたため、送信を受け付けられませんでした。内容をご確認のうえ、もう一度ボタンを押してください。",
        [FormErrors.CookiesRequired] = (_, _) => "お手続きにはCookieが必要です。お使いのブラウザの設定(「プライバシー」「サイトのデータ」など)で、このサイトのCookieを有効にしてから、もう一度ボタンを押してください。",
        [FormErrors.OfAnotherLink] = (_, _) => "この画面を開かれた後に、別の登録用URLで認証されています。申込情報が混ざらないように、送信を受け付けませんでした。この画面の入力を続けるには、この画面を開いたまま、別の画面で元の登録用URLを開いて認証し、もう一度この画面のボタンを押してください。",
        [RegistrationErrors.NothingSaved] = (_, _) => "一時保存された申込情報はありません。",
        [RegistrationErrors.ApplicationNumberRequired] = (_, _) => "受付番号を入力してください。",
        [RegistrationErrors.ApplicationNumberInvalid] = (_, _) => "受付番号は、2607-00123-9のように、メールや申込書に記載されたとおりに入力してください。",
        [RegistrationErrors.StatusLinkUnusable] = (_, _) => "このURLでは、申込状況を表示できません。",
        [RegistrationErrors.FormNotPrintable] = (_, _) => "現在のお手続きの状況では、申込書を印刷することができません。",
        [RegistrationErrors.CaseChanged] = (_, _) => "お手続きの状況が変わったため、操作を受け付けられませんでした。現在の状況をご確認ください。",
        [RegistrationErrors.NotInThisState] = (_, a) => $"現在の状態(「{States.Of(Enum.Parse<ApplicationState>($"{a[0]}"))}」)では、この操作はできません。画面を読み込み直して、現在の状態をご確認ください。",
        [RegistrationErrors.RevisionOutdated] = (_, a) => $"届いた申込書は第{a[0]}版ですが、現在の申込書は第{a[1]}版です。古い版の申込書では手続きを進められません。",
        [RegistrationErrors.DayInFuture] = (_, _) => "日付には、本日以前の日付を入力してください。",
        [RegistrationErrors.ReasonRequired] = (_, _) => "理由を選択または入力してください。",
        [RegistrationErrors.ChecksIncomplete] = (_, _) => "確認項目のすべてにチェックしてください。",
        [RegistrationErrors.DifferencesUnexplained] = (_, _) => "登録内容と異なる点について、理由を入力してください。",
        [RegistrationErrors.SecondPersonNeeded] = (_, _) => "承認を依頼した職員は、承認することができません。別の職員が承認してください。",
        [CredentialErrors.PasswordRequired] = (_, _) => "パスワードを入力してください。",
        [CredentialErrors.CurrentRequired] = (_, _) => "現在のパスワードを入力してください。",
        [CredentialErrors.CurrentWrong] = (_, _) => "現在のパスワードが正しくありません。もう一度入力してください。",
        [CredentialErrors.Paused] = (_, a) => $"誤ったパスワードが続けて入力されたため、安全のために認証を一時的に停止しています。{a[0]} を過ぎてから、もう一度お試しください。",
        [CredentialErrors.NewRequired] = (_, _) => "新しいパスワードを入力してください。",
        [CredentialErrors.NewDiffers] = (_, _) => "新しいパスワードと新しいパスワード(確認用)が一致していません。同じパスワードを入力してください。",
        [CredentialErrors.WrongLength] = (_, a) => $"新しいパスワードは{PasswordRules.MinLength}文字以上{PasswordRules.MaxLength}文字以内で入力してください(現在{a[0]}文字です)。",
        [CredentialErrors.NoUpperCase] = (_, _) => "新しいパスワードには、半角の英大文字を含めてください。",
        [CredentialErrors.NoLowerCase] = (_, _) => "新しいパスワードには、半角の英小文字を含めてください。",
        [CredentialErrors.NoDigit] = (_, _) => "新しいパスワードには、半角の数字を含めてください。",
        [CredentialErrors.NoSymbol] = (_, _) => "新しいパスワードには、使用できる半角の記号を含めてください。",
        [CredentialErrors.ForeignCharacter] = (_, a) => $"新しいパスワードに{a[0]}は使用できません。",
        [CredentialErrors.SameAsCurrent] = (_, _) => "新しいパスワードには、現在のパスワードと異なるものを入力してください。",
        [CredentialErrors.Common] = (_, _) => "新しいパスワードは、よく使われる単語やキーの並びがもとになっており、推測されやすいため使用できません。別のパスワードを入力してください。",
        [CredentialErrors.ContainsId] = (_, _) => "新しいパスワードにIDを含めることはできません。",
        [StaffErrors.IdRequired] = (_, _) => "職員IDを入力してください。",
        [StaffErrors.IdInvalid] = (_, _) => $"職員IDは半角英数字{StaffId.MinLength}文字以上{StaffId.MaxLength}文字以内で入力してください。",
        [StaffErrors.IdTaken] = (_, _) => "この職員IDはすでに使用されています。別の職員IDを入力してください。",
        [StaffErrors.NameRequired] = (_, _) => "氏名を入力してください。",
        [StaffErrors.NameTooLong] = (_, _) => $"氏名は{StaffMember.MaxNameLength}文字以内で入力してください。",
        [StaffErrors.NameForbidden] = (_, _) => "氏名に使用できない制御文字が含まれています。入力し直してください。",
        [StaffErrors.RolesRequired] = (_, _) => "権限を1つ以上選択してください。",
        [StaffErrors.SignInRefused] = (_, _) => "職員IDまたはパスワードが正しくないか、利用が停止されています。ご確認のうえ、もう一度入力してください。",
        [StaffErrors.InitialPasswordExpired] = (_, _) => "初期パスワードの有効期限が過ぎています。管理の権限を持つ職員に、パスワードの初期化を依頼してください。",
        [StaffErrors.SessionEnded] = (_, _) => "ログアウトしました。もう一度ログインしてください。",
        [StaffErrors.Unknown] = (_, _) => "該当する職員は登録されていません。",
        [StaffErrors.NotSupervisor] = (_, _) => "この操作を行う権限がありません。",
        [StaffErrors.OwnAccess] = (_, _) => "ご自分の権限の変更、利用の停止・再開、パスワードの初期化はできません。管理の権限を持つ別の職員に依頼してください。",
        [StaffErrors.ChangedMeanwhile] = (_, _) => "別の画面でこの職員の情報が変更されています。内容をご確認のうえ、もう一度操作してください。",
        [StaffErrors.DevelopmentStaffPresent] = (_, _) => "開発用の職員が登録されているため、起動できません。",
    };

    /// <summary>Whether a code has its sentence.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    /// <summary>The sentence of a refusal.</summary>
    public static string For(Error error) =>
        ByCode[error.Code](error.Field is { } key ? ApplicationFields.Find(key)?.FullName ?? key : "", error.Arguments);
}
