using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M02 (⑬): the application has arrived, the paper has not; what to post, where, and by when. After a correction, that earlier prints are void.</summary>
internal sealed class ApplicationReceivedMail(MailQueue queue, PortalUrls urls, OperatorProfile nexi, Enclosures enclosures, RegistrationPolicy policy) : IDomainEventHandler<ApplicationSubmitted>
{
    public Task<Result> HandleAsync(ApplicationSubmitted happened, CancellationToken ct)
    {
        var papers = string.Join('\n', enclosures.WithForm(happened.Case.Type).Select(paper => $"・{paper}"));
        var isCorrected = happened.Revision > 1;
        var received = isCorrected
            ? $"""
                訂正された申込情報(第{happened.Revision}版)を受信しました。ありがとうございます。
                これまでに印刷された申込書は無効になりました。破棄のうえ、第{happened.Revision}版の申込書をお送りください。
                すでに申込書をお送りいただいている場合も、お手数ですが、あらためてお送りください。
                """
            : "申込情報を受信しました。ありがとうございます。";
        var linkMail = isCorrected ? "手続き再開用URLのお知らせ" : "保険利用者・Webユーザー登録用URLのお知らせ";
        var link = isCorrected ? "手続き再開用URL" : "登録用URL";
        queue.Add("M02", happened.Case.Address, $"【NEXI】申込情報を受信しました(申込書をお送りください) {happened.Case.Number}", $"""
            {received}
            お手続きは、まだ完了していません。申込書を印刷し、代表者印を押して、下記の宛先までお送りください。

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            ■申込書の有効期限
            {JapanTime.LongDate(happened.FormExpiresAt)}(必着)

            ■お送りいただく書類
            {papers}

            ■送付先
            〒{nexi.PostalCode}
            {nexi.Address}
            {nexi.Name} {nexi.Addressee}

            ■申込書をもう一度印刷する場合
            「{linkMail}」のメールに記載した{link}を開き、登録用パスワードを入力してください。
            メールが見つからない場合は、受付番号とメールアドレスで、申込状況の確認をお申し出ください。
            {urls.RequestStatus}

            ■申込内容に訂正がある場合
            下記のお問い合わせ先までご連絡ください。手続き再開用のURLをお送りします。

            申込書を受領してから通常{policy.DispatchBusinessDays}営業日程度で、「登録完了通知書」を郵送いたします。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
