using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M15: a password was changed. Whoever did not do it learns of it here.</summary>
internal sealed class PasswordChangedMail(MailQueue queue) : IDomainEventHandler<WebUserPasswordChanged>
{
    public Task<Result> HandleAsync(WebUserPasswordChanged happened, CancellationToken ct)
    {
        var (done, consequence) = happened.HadOne
            ? ("変更", "変更前のパスワードはご利用いただけません。ほかの端末でログインされていた場合は、ログアウトされます。")
            : ("設定", "Webサービスにログインできます。");
        queue.Add("M15", happened.MailAddress, "【NEXI】パスワードが変更されました", $"""
            WebサービスのWebユーザーIDのパスワードが{done}されました。

            ■WebユーザーID
            {happened.UserId}

            ■{done}日時
            {JapanTime.DateAndTime(happened.OccurredAt)}

            {consequence}

            お心当たりのない場合は、第三者に不正に{done}されたおそれがあります。すぐに下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
