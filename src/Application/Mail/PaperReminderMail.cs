using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M07: the paper form has not arrived. It repeats no secret: to print the form again there are the mail that carried the link, and ⑧b.</summary>
internal sealed class PaperReminderMail(MailQueue queue, PortalUrls urls, OperatorProfile nexi, Enclosures enclosures) : IDomainEventHandler<PaperAwaited>
{
    public Task<Result> HandleAsync(PaperAwaited happened, CancellationToken ct)
    {
        var papers = string.Join('\n', enclosures.WithForm(happened.Case.Type).Select(paper => $"・{paper}"));
        var isCorrected = happened.Revision > 1;
        queue.Add("M07", happened.Case.Address, $"【NEXI】申込書がまだ届いておりません {happened.Case.Number}", $"""
            {JapanTime.LongDate(happened.SubmittedAt)}に申込情報{(isCorrected ? $"(第{happened.Revision}版)" : "")}を受信しましたが、申込書がまだ届いておりません。
            お手続きは、まだ完了していません。

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            ■申込書の有効期限
            {JapanTime.LongDate(happened.FormExpiresAt)}(必着)
            有効期限を過ぎると、このお申込みは期限切れとなります。

            ■お送りいただく書類
            {papers}

            ■送付先
            〒{nexi.PostalCode}
            {nexi.Address}
            {nexi.Name} {nexi.Addressee}

            ■申込書を印刷する場合
            「{(isCorrected ? "手続き再開用URLのお知らせ" : "保険利用者・Webユーザー登録用URLのお知らせ")}」のメールに記載したURLを開き、登録用パスワードを入力してください。
            メールが見つからない場合は、受付番号とメールアドレスで、申込状況の確認をお申し出ください。
            {urls.RequestStatus}

            ■お申込みを取り下げる場合
            申込書を印刷する画面から、取り下げることができます。

            すでにお送りいただいている場合は、行き違いのご連絡となりますことをご容赦ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
