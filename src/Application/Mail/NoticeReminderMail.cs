using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M14: nobody has logged in since the letter went out. The mail tells neither the ID nor the password: those come by post only.</summary>
internal sealed class NoticeReminderMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<NoticeArrivalAsked>
{
    public Task<Result> HandleAsync(NoticeArrivalAsked happened, CancellationToken ct)
    {
        var tracking = happened.TrackingNumber.Length == 0 ? "" : $"\n■お問い合わせ番号(郵便追跡)\n{happened.TrackingNumber}\n";
        queue.Add("M14", happened.Case.Address, $"【NEXI】登録完了通知書は届きましたか {happened.Case.Number}", $"""
            {JapanTime.LongDate(happened.SentOn)}に「登録完了通知書」を発送しましたが、Webサービスへのログインをまだ確認できておりません。
            「登録完了通知書」は、お手元に届いていますでしょうか。

            ■受付番号
            {happened.Case.Number}

            ■発送日
            {JapanTime.LongDate(happened.SentOn)}
            {tracking}
            ■お届け先
            ご登録の所在地に、Webユーザー(管理者)の方を宛名としてお送りしています。

            ■お手元に届いている場合
            次のページを開き、「登録完了通知書」に記載のWebユーザーIDと初期パスワードでログインしてください。
            {urls.LogIn}
            はじめてログインすると、パスワードの変更をお願いする画面が表示されます。
            新しいパスワードを設定すると、Webサービスをご利用いただけます。

            ■初期パスワードの有効期限
            {JapanTime.LongDate(happened.UsableUntil)} 23時59分まで

            ■お手元に届いていない場合
            社内をご確認のうえ、見当たらないときは、お手数ですが、受付番号をお手元にご用意のうえ、下記のお問い合わせ先までお電話でご連絡ください。

            WebユーザーIDと初期パスワードは、安全のため、このメールには記載しておりません。
            すでにログインされた場合は、このメールへのご対応は必要ありません。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
