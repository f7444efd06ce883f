using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M05: the stamped form has arrived and is being checked. Only the first time; further papers are no news.</summary>
internal sealed class ReviewStartedMail(MailQueue queue) : IDomainEventHandler<PaperReceived>
{
    public Task<Result> HandleAsync(PaperReceived happened, CancellationToken ct)
    {
        if (!happened.IsFirst) return Task.FromResult(Result.Done);
        queue.Add("M05", happened.Case.Address, $"【NEXI】保険利用者・Webユーザー登録の手続きを開始しました {happened.Case.Number}", $"""
            お送りいただいた申込書が到着し、お手続きを開始しました。ありがとうございます。

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            内容を確認のうえ、WebユーザーIDと初期パスワードを記載した「登録完了通知書」を郵送いたします。
            書類の訂正・追加をお願いする場合は、あらためてメールでお知らせします。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
