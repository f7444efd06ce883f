using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M13: the 登録用URL was made void after too many wrong passwords.</summary>
internal sealed class LinkVoidedMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<RegistrationLinkVoided>
{
    public Task<Result> HandleAsync(RegistrationLinkVoided happened, CancellationToken ct)
    {
        queue.Add("M13", happened.Address, "【NEXI】登録用URLを無効にしました", $"""
            お送りした登録用URLで、誤った登録用パスワードが繰り返し入力されたため、
            {JapanTime.DateAndTime(happened.OccurredAt)}に、このURLを無効にしました。

            お手続きを続けられる場合は、お手数ですが、あらためて登録用URLを受け取ってください。
            {urls.RequestLink}

            お心当たりのない場合は、登録用URLが第三者に知られた可能性があります。
            下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
