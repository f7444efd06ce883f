using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M20 (⑧b): a URL that shows the case for some minutes, to the address of ⑤.</summary>
internal sealed class StatusLinkMail(MailQueue queue, PortalUrls urls, RegistrationPolicy policy) : IDomainEventHandler<StatusLinkIssued>
{
    public Task<Result> HandleAsync(StatusLinkIssued happened, CancellationToken ct)
    {
        queue.Add("M20", happened.Case.Address, $"【NEXI】申込状況のご案内 {happened.Case.Number}", $"""
            申込状況の確認のお申し出をいただき、ありがとうございます。
            下記のURLから、お申込みの状況をご確認いただけます。

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            ■申込状況を確認するURL
            {urls.StatusLink(happened.Token)}

            ■有効期限
            {JapanTime.DateAndTime(happened.ExpiresAt)}まで(お申し出から{policy.StatusLinkMinutes}分間)
            期限を過ぎた場合は、お手数ですが、あらためて申込状況の確認をお申し出ください。
            {urls.RequestStatus}

            ・お申込みの状況に応じて、申込書の印刷や、お申込みの取下げもできます。
            ・このURLは、お手続きをされる方以外に知らせないでください。
            ・このメールにお心当たりのない場合は、破棄してくださいますようお願いいたします。
            """, happened.SubjectId, happened.OccurredAt, hasSecret: true);
        return Task.FromResult(Result.Done);
    }
}
