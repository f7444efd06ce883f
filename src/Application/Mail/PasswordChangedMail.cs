using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M15: a password was changed. Whoever did not do it learns of it here.</summary>
internal sealed class PasswordChangedMail(MailQueue queue) : IDomainEventHandler<WebUserPasswordChanged>
{
    public Task<Result> HandleAsync(WebUserPasswordChanged happened, CancellationToken ct)
    {
        queue.Add("M15", happened.MailAddress, "【NEXI】パスワードが変更されました", $"""
            WebサービスのWebユーザーIDのパスワードが変更されました。

            ■WebユーザーID
            {happened.UserId}

            ■変更日時
            {JapanTime.DateAndTime(happened.OccurredAt)}

            変更前のパスワードはご利用いただけません。ほかの端末でログインされていた場合は、ログアウトされます。

            お心当たりのない場合は、第三者に不正に変更されたおそれがあります。すぐに下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
