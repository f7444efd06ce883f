using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M08: which papers are missing or wrong, how each is mended, and until when.</summary>
internal sealed class CorrectionMail(MailQueue queue, OperatorProfile nexi) : IDomainEventHandler<CorrectionRequested>
{
    public Task<Result> HandleAsync(CorrectionRequested happened, CancellationToken ct)
    {
        var reasons = string.Join('\n', happened.Reasons.Select(reason => $"・{reason.Label}\n　→ {reason.Remedy}"));
        var requests = string.Join("\n\n", new[] { reasons, happened.Note }.Where(request => request.Length > 0));
        queue.Add("M08", happened.Case.Address, $"【NEXI】書類の訂正・追加のお願い {happened.Case.Number}", $"""
            お送りいただいた書類を確認したところ、訂正または追加をお願いしたい点がありました。
            お手数をおかけしますが、下記の内容をご確認のうえ、書類をお送りください。

            ■受付番号
            {happened.Case.Number}

            ■訂正・追加をお願いする内容
            {requests}

            ■到着期限
            {JapanTime.LongDate(happened.ExpiresAt)}(必着)
            期限までに書類が届かない場合、このお申込みは期限切れとなります。

            ■送付先
            〒{nexi.PostalCode}
            {nexi.Address}
            {nexi.Name} {nexi.Addressee} 行
            受付番号を書いたメモを同封してください。

            申込書を印刷し直される場合は、登録用URL(または手続き再開用URL)を開き、登録用パスワードを入力してください。
            ご不明な点は、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
