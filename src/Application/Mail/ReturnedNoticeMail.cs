using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M10: the letter came back; the registrant is asked where it can be delivered.</summary>
internal sealed class ReturnedNoticeMail(MailQueue queue) : IDomainEventHandler<NoticeReturned>
{
    public Task<Result> HandleAsync(NoticeReturned happened, CancellationToken ct)
    {
        queue.Add("M10", happened.Case.Address, $"【NEXI】登録完了通知書をお届けできませんでした {happened.Case.Number}", $"""
            お送りした「登録完了通知書」が、お届けできずに返送されました。

            ■受付番号
            {happened.Case.Number}

            あらためてお送りするため、お届け先を確認させてください。
            お手数ですが、受付番号をお手元にご用意のうえ、下記のお問い合わせ先までお電話でご連絡ください。

            新しい「登録完了通知書」では、初期パスワードも新しくなります。返送された「登録完了通知書」の初期パスワードは使用できなくなります。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
