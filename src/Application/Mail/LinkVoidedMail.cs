using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M13: the 登録用URL was made void after too many wrong passwords; another comes from ⑤, or from staff when an application was being changed.</summary>
internal sealed class LinkVoidedMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<RegistrationLinkVoided>
{
    public Task<Result> HandleAsync(RegistrationLinkVoided happened, CancellationToken ct)
    {
        var (name, how) = happened.IsResumeLink
            ? ("手続き再開用URL", "お手続きを続けられる場合は、下記のお問い合わせ先までご連絡ください。手続き再開用URLをあらためてお送りします。")
            : ("登録用URL", $"お手続きを続けられる場合は、お手数ですが、あらためて登録用URLを受け取ってください。\n{urls.RequestLink}");
        queue.Add("M13", happened.Address, "【NEXI】登録用URLを無効にしました", $"""
            お送りした{name}で、誤った登録用パスワードが繰り返し入力されたため、
            {JapanTime.DateAndTime(happened.OccurredAt)}に、このURLを無効にしました。

            {how}

            お心当たりのない場合は、{name}が第三者に知られた可能性があります。
            下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
