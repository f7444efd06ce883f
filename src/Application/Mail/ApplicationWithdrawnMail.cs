using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M11: the registrant took the application back (⑬ 取り下げる).</summary>
internal sealed class ApplicationWithdrawnMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<ApplicationWithdrawn>
{
    public Task<Result> HandleAsync(ApplicationWithdrawn happened, CancellationToken ct)
    {
        queue.Add("M11", happened.Case.Address, $"【NEXI】取下げを受け付けました {happened.Case.Number}", $"""
            {JapanTime.DateAndTime(happened.OccurredAt)}に、下記のお申込みの取下げを受け付けました。
            お手続きは終了しました。申込書をお送りいただく必要はありません。

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            ■あらためてお申込みになる場合
            取り下げられたお申込みを元に戻すことはできません。お手数ですが、登録用URLの受信からお手続きください。
            {urls.RequestLink}

            ・申込書をすでにお送りいただいている場合や、このメールにお心当たりのない場合は、
            　下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
