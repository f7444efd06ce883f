using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

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
    };

    /// <summary>Whether a code has its sentence.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    /// <summary>The sentence of a refusal.</summary>
    public static string For(Error error) =>
        ByCode[error.Code](error.Field is { } key ? ApplicationFields.Find(key)?.FullName ?? key : "", error.Arguments);
}
