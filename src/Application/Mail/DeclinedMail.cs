using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M09: the application was refused, why, and how to start again.</summary>
internal sealed class DeclinedMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<ApplicationDeclined>
{
    public Task<Result> HandleAsync(ApplicationDeclined happened, CancellationToken ct)
    {
        queue.Add("M09", happened.Case.Address, $"【NEXI】保険利用者・Webユーザー登録の審査結果のお知らせ {happened.Case.Number}", $"""
            お申込みいただいた保険利用者・Webユーザー登録について、内容を確認した結果、
            誠に申し訳ございませんが、登録を見合わせることとなりました。

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            ■理由
            {happened.Reason}

            あらためてお申込みになる場合は、登録用URLを受け取るところからお手続きください。
            {urls.RequestLink}

            ご不明な点は、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
