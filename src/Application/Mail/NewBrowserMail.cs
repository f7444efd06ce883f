using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M19: somebody logged in from a browser not seen before. If it was not the owner, the owner learns of it here.</summary>
internal sealed class NewBrowserMail(MailQueue queue) : IDomainEventHandler<WebUserSeenInNewBrowser>
{
    public Task<Result> HandleAsync(WebUserSeenInNewBrowser happened, CancellationToken ct)
    {
        queue.Add("M19", happened.MailAddress, "【NEXI】新しい環境からのログインのお知らせ", $"""
            これまでご利用のなかった環境から、Webサービスへのログインがありました。

            ■WebユーザーID
            {happened.UserId}

            ■ログイン日時
            {JapanTime.DateAndTime(happened.OccurredAt)}

            ■ご利用の環境
            {(happened.Browser.Length > 0 ? happened.Browser : "不明")}

            ご本人のログインの場合は、お手続きは必要ありません。

            お心当たりのない場合は、第三者に不正にログインされたおそれがあります。
            すぐにパスワードを変更のうえ、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
