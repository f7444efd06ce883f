using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;
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
        [RegistrationErrors.NothingSaved] = (_, _) => "一時保存された申込情報はありません。",
        [RegistrationErrors.NotInThisState] = (_, a) => $"現在の状態(「{States.Of(Enum.Parse<ApplicationState>($"{a[0]}"))}」)では、この操作はできません。画面を読み込み直して、現在の状態をご確認ください。",
        [RegistrationErrors.RevisionOutdated] = (_, a) => $"届いた申込書は第{a[0]}版ですが、現在の申込書は第{a[1]}版です。古い版の申込書では手続きを進められません。",
        [RegistrationErrors.DayInFuture] = (_, _) => "日付には、本日以前の日付を入力してください。",
        [RegistrationErrors.ReasonRequired] = (_, _) => "理由を選択または入力してください。",
        [RegistrationErrors.ChecksIncomplete] = (_, _) => "確認項目のすべてにチェックしてください。",
        [RegistrationErrors.DifferencesUnexplained] = (_, _) => "登録内容と異なる点について、理由を入力してください。",
        [RegistrationErrors.CaseUnknown] = (_, _) => "該当する申込みが見つかりません。受付番号をご確認ください。",
        [RegistrationErrors.CaseChanged] = (_, a) => $"画面を表示した後に、この申込みが更新されました(現在の状態は「{States.Of(Enum.Parse<ApplicationState>($"{a[0]}"))}」です)。内容をご確認のうえ、必要な場合は、もう一度操作してください。",
        [RegistrationErrors.DayTooEarly] = (_, a) => $"日付には、{a[0]}以降の日付を入力してください。",
        [RegistrationErrors.NoteTooLong] = (_, a) => $"{a[0]}文字以内で入力してください(現在{a[1]}文字です)。",
        [RegistrationErrors.NoteForbidden] = (_, a) => $"使用できない制御文字({a[0]})が含まれています。入力し直してください。",
        [RegistrationErrors.NoteRequired] = (_, _) => "メモを入力してください。",
        [RegistrationErrors.TrackingNumberInvalid] = (_, _) => "お問い合わせ番号は、11桁または12桁の数字で、123-45-67890-1のように入力してください。",
        [RegistrationErrors.ScanUnreadable] = (_, _) => "申込書のQRコードまたは受付番号として読み取れませんでした。もう一度読み取るか、受付番号を入力してください。",
        [RegistrationErrors.ScanAltered] = (_, a) => $"読み取ったQRコードは、受付番号{a[0]}で受信した申込情報と一致しません。申込書が改変されていないかご確認ください。受付番号を入力すると、申込みの内容を確認できます。",
        [MailErrors.Unknown] = (_, _) => "該当するメールが見つかりません。",
        [MailErrors.StillQueued] = (_, _) => "このメールは送信待ちです。送信の結果をお待ちください。",
        [MailErrors.TextWiped] = (_, _) => "このメールの本文は安全のため消去されており、再送できません。手続き再開用URLは、「手続き再開用URLを送る」から新しいURLをお送りください。",
        [MailErrors.AlreadyRepeated] = (_, _) => "このメールはすでに再送されています。再送したメールの状態をご確認ください。",
        [RegistrationErrors.SecondPersonNeeded] = (_, _) => "承認を依頼した職員は、承認することができません。別の職員が承認してください。",
    };

    /// <summary>Whether a code has its sentence.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    /// <summary>The sentence of a refusal.</summary>
    public static string For(Error error) =>
        ByCode[error.Code](error.Field is { } key ? ApplicationFields.Find(key)?.FullName ?? key : "", error.Arguments);
}
