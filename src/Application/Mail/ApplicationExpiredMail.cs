using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>M12: a deadline has gone by; what was waited for, and how to begin anew or to go on after all.</summary>
internal sealed class ApplicationExpiredMail(MailQueue queue, PortalUrls urls) : IDomainEventHandler<ApplicationExpired>
{
    public Task<Result> HandleAsync(ApplicationExpired happened, CancellationToken ct)
    {
        var (deadline, missed, late) = happened.Awaited switch
        {
            ApplicationState.AwaitingCorrection => (
                "訂正・追加の書類の到着期限",
                "訂正・追加をお願いした書類の到着を期限までに確認できなかったため、お申込みは期限切れとなりました。",
                "訂正・追加の書類をすでにお送りいただいている場合や、これからお送りいただける場合"),
            ApplicationState.Reopened => (
                "手続き再開用URLの有効期限",
                "訂正された申込情報が手続き再開用URLの有効期限までに送信されなかったため、お申込みは期限切れとなりました。",
                "申込書をすでにお送りいただいている場合や、訂正のお手続きを続けたい場合"),
            _ => (
                "申込書の有効期限",
                "申込書の到着を有効期限までに確認できなかったため、お申込みは期限切れとなりました。",
                "申込書をすでにお送りいただいている場合"),
        };
        queue.Add("M12", happened.Case.Address, $"【NEXI】申込書の有効期限が過ぎました {happened.Case.Number}", $"""
            {missed}

            ■受付番号
            {happened.Case.Number}

            ■申込種類
            {happened.Case.Type.Label()}

            ■{deadline}
            {JapanTime.LongDate(happened.Deadline)}

            ■{late}
            下記のお問い合わせ先まで、受付番号をお知らせください。書類の到着を確認できた場合などは、このお申込みのお手続きを再開します。

            ■あらためてお申込みになる場合
            お手数ですが、新しい登録用URLを受け取り、はじめからお手続きください。
            {urls.RequestLink}
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
