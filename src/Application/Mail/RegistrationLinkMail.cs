using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M01 (⑦): the 登録用URL and its password, to the address of ⑤.</summary>
internal sealed class RegistrationLinkMail(MailQueue queue, PortalUrls urls, RegistrationPolicy policy) : IDomainEventHandler<RegistrationLinkIssued>
{
    public Task<Result> HandleAsync(RegistrationLinkIssued happened, CancellationToken ct)
    {
        queue.Add("M01", happened.Address, "【NEXI】保険利用者・Webユーザー登録用URLのお知らせ", $"""
            保険利用者・Webユーザー登録のお手続きをご利用いただき、ありがとうございます。

            下記の登録用URLを開き、登録用パスワードを入力して、お手続きを進めてください。
            お手続きは、まだ完了していません。

            ■登録用URL
            {urls.RegistrationLink(happened.Token)}

            ■登録用パスワード
            {happened.Password.Value}

            ■有効期限
            {JapanTime.LongDate(happened.ExpiresAt)} 23時59分まで(このメールの送信から{policy.LinkLifetimeDays}日間)
            期限を過ぎた場合は、お手数ですが、あらためて登録用URLを受け取り直してください。
            {urls.RequestLink}

            ・登録用URLと登録用パスワードは、お手続きをされる方以外に知らせないでください。
            ・申込情報を送信された後は、同じURLで申込書の印刷とお手続きの状況の確認ができます。
            　お手続きが完了するまで、このメールを保管してください。
            ・このメールにお心当たりのない場合は、破棄してくださいますようお願いいたします。
            """, happened.LinkId, happened.OccurredAt, hasSecret: true);
        return Task.FromResult(Result.Done);
    }
}
