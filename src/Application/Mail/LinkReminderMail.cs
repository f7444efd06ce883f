using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M03: a link runs out soon with nothing submitted. It repeats no secret: it names the mail that carried it.</summary>
internal sealed class LinkReminderMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<RegistrationLinkRunsOut>
{
    public Task<Result> HandleAsync(RegistrationLinkRunsOut happened, CancellationToken ct)
    {
        var (subject, text) = happened.Resumed is { } number ? OfResumeLink(happened, number) : OfLink(happened);
        queue.Add("M03", happened.Address, subject, text, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }

    private (string Subject, string Text) OfLink(RegistrationLinkRunsOut link) => ("【NEXI】登録用URLの有効期限が近づいています", $"""
        {JapanTime.LongDate(link.IssuedAt)}に「保険利用者・Webユーザー登録用URLのお知らせ」のメールでお送りした
        登録用URLの有効期限が近づいています。申込情報は、まだ送信されていません。

        ■有効期限
        {JapanTime.LongDate(link.ExpiresAt)} 23時59分まで

        ■お手続きを続けられる場合
        上記のメールに記載した登録用URLを開き、登録用パスワードを入力して、有効期限までに申込情報を送信してください。
        有効期限を過ぎると、登録用URLは使用できなくなり、一時保存された申込情報は削除されます。

        ■上記のメールが見つからない場合
        安全のため、登録用URLと登録用パスワードをこのメールであらためてお知らせすることはできません。
        お手数ですが、新しい登録用URLを受け取り、はじめから入力してください。
        {urls.RequestLink}

        ■別の登録用URLで申込情報をすでに送信された場合
        このメールへのご対応は必要ありません。お手続きの状況は、次のページで確認できます。
        {urls.RequestStatus}
        """);

    private (string Subject, string Text) OfResumeLink(RegistrationLinkRunsOut link, ApplicationNumber number) => ($"【NEXI】手続き再開用URLの有効期限が近づいています {number}", $"""
        {JapanTime.LongDate(link.IssuedAt)}に「手続き再開用URLのお知らせ」のメールでお送りした
        手続き再開用URLの有効期限が近づいています。訂正された申込情報は、まだ送信されていません。

        ■受付番号
        {number}

        ■有効期限
        {JapanTime.LongDate(link.ExpiresAt)} 23時59分まで

        ■お手続きを続けられる場合
        上記のメールに記載した手続き再開用URLを開き、登録用パスワードを入力して、有効期限までに申込情報を送信してください。
        有効期限を過ぎると、手続き再開用URLは使用できなくなり、このお申込みは期限切れとなります。

        ■上記のメールが見つからない場合
        安全のため、手続き再開用URLと登録用パスワードをこのメールであらためてお知らせすることはできません。
        下記のお問い合わせ先まで、受付番号をお知らせください。新しい手続き再開用URLをお送りします。

        ■お手続きの状況の確認
        {urls.RequestStatus}
        """);
}
