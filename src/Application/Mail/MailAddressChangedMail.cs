using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M21: the mail address of a Web user changed. The former address is told as well: whoever did not do it learns of it there.</summary>
internal sealed class MailAddressChangedMail(MailQueue queue, ICurrentActor actor, OperatorProfile nexi) : IDomainEventHandler<WebUserCorrected>
{
    public Task<Result> HandleAsync(WebUserCorrected happened, CancellationToken ct)
    {
        if (happened.FormerMailAddress == happened.MailAddress) return Task.FromResult(Result.Done);
        foreach (var to in (EmailAddress[])[happened.FormerMailAddress, happened.MailAddress]) Tell(happened, to);
        return Task.FromResult(Result.Done);
    }

    private void Tell(WebUserCorrected happened, EmailAddress to) =>
        queue.Add("M21", to, "【NEXI】メールアドレスが変更されました", $"""
            WebサービスのWebユーザーIDに登録されているメールアドレスが変更されました。
            今後のお知らせは、変更後のメールアドレスにお送りします。このメールは、変更前と変更後の両方のメールアドレスにお送りしています。

            ■WebユーザーID
            {happened.UserId}

            ■変更をした者
            {(new Actor(actor.Name).WebUserId == happened.UserId.Value ? "ご本人" : WebUserStateMail.By(actor, nexi))}

            ■変更日時
            {JapanTime.DateAndTime(happened.OccurredAt)}

            お心当たりのない場合は、第三者に不正に変更されたおそれがあります。すぐに下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
}
