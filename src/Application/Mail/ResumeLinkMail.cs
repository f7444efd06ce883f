using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M04: the 手続き再開用URL and its password, to the address of ⑤; with it the application is changed.</summary>
internal sealed class ResumeLinkMail(MailQueue queue, PortalUrls urls, RegistrationPolicy policy) : IDomainEventHandler<ResumeLinkIssued>
{
    public Task<Result> HandleAsync(ResumeLinkIssued happened, CancellationToken ct)
    {
        var request = happened.Note.Length == 0 ? "" : $"\n■訂正をお願いする内容\n{happened.Note}\n";
        queue.Add("M04", happened.Address, $"【NEXI】手続き再開用URLのお知らせ {happened.Number}", $"""
            申込内容を訂正していただくための、手続き再開用URLをお送りします。

            下記の手続き再開用URLを開き、登録用パスワードを入力してください。
            入力済みの申込情報が表示されますので、訂正のうえ、もう一度送信してください。

            ■受付番号
            {happened.Number}
            {request}
            ■手続き再開用URL
            {urls.RegistrationLink(happened.Token)}

            ■登録用パスワード
            {happened.Password.Value}

            ■有効期限
            {JapanTime.LongDate(happened.ExpiresAt)} 23時59分まで(このメールの送信から{policy.LinkLifetimeDays}日間)
            期限を過ぎた場合、このお申込みは期限切れとなります。

            ・訂正した申込情報を送信すると、これまでに印刷された申込書は無効になります。
            　新しい申込書を印刷し、代表者印を押してお送りください。
            ・これより前に手続き再開用URLをお受け取りの場合、そのURLは使用できません。
            ・手続き再開用URLと登録用パスワードは、お手続きをされる方以外に知らせないでください。
            ・このメールにお心当たりのない場合は、下記のお問い合わせ先までご連絡ください。
            """, happened.LinkId, happened.OccurredAt, hasSecret: true);
        return Task.FromResult(Result.Done);
    }
}
