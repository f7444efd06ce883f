using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M06: the letter is on its way. The mail tells neither the ID nor the password: those come by post only.</summary>
internal sealed class CompletedMail(MailQueue queue) : IDomainEventHandler<NoticeDispatched>
{
    public Task<Result> HandleAsync(NoticeDispatched happened, CancellationToken ct)
    {
        var tracking = happened.TrackingNumber.Length == 0 ? "" : $"\n■お問い合わせ番号(郵便追跡)\n{happened.TrackingNumber}\n";
        queue.Add("M06", happened.Case.Address, $"【NEXI】保険利用者・Webユーザー登録の手続きが完了しました {happened.Case.Number}", $"""
            保険利用者・Webユーザー登録のお手続きが完了し、「登録完了通知書」を発送しました。

            ■受付番号
            {happened.Case.Number}

            ■発送日
            {JapanTime.LongDate(happened.SentOn)}
            {tracking}
            ■お届け先
            ご登録の所在地に、Webユーザー(管理者)の方を宛名としてお送りしています。

            WebユーザーIDと初期パスワードは、安全のため、このメールには記載しておりません。
            「登録完了通知書」がお手元に届きましたら、記載の案内に沿ってログインしてください。

            しばらくしてもお手元に届かない場合は、お手数ですが、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
