using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M17 and M18: the URL with which an applicant sets a password, for the first time, or after it was voided or forgotten.</summary>
internal sealed class PasswordLinkMail(MailQueue queue, ICurrentActor actor, OperatorProfile nexi, PortalUrls urls, WebUserPolicy policy) : IDomainEventHandler<PasswordLinkIssued>
{
    public Task<Result> HandleAsync(PasswordLinkIssued happened, CancellationToken ct)
    {
        var (kind, subject, text) = happened.Purpose switch
        {
            PasswordLinkPurpose.Invitation => ("M17", "【NEXI】WebユーザーID(申込者用)が登録されました", Invitation(happened)),
            PasswordLinkPurpose.Reset => ("M18", WebUserStateMail.Subject, Reset(happened)),
            _ => ("M18", WebUserStateMail.Subject, Forgotten(happened)),
        };
        queue.Add(kind, happened.MailAddress, subject, text, happened.SubjectId, happened.OccurredAt, hasSecret: true);
        return Task.FromResult(Result.Done);
    }

    private string Invitation(PasswordLinkIssued happened) => $"""
        Webサービスをご利用いただくための、WebユーザーID(申込者用)が登録されました。
        下記のURLからパスワードを設定すると、Webサービスにログインできます。

        ■WebユーザーID(申込者用)
        {happened.UserId}

        ■登録した者
        {WebUserStateMail.By(actor, nexi)}

        ■パスワードを設定するURL
        {urls.PasswordLink(happened.Token)}

        ■有効期限
        {JapanTime.DateAndTime(happened.ExpiresAt)}まで(登録から{policy.InvitationHours}時間、1回限り有効です)
        期限を過ぎた場合は、貴社のWebユーザー(管理者)に、パスワードの初期化をご依頼ください。

        ■パスワードを設定した後のログイン
        {urls.LogIn}

        ・このURLは、ほかの人に知らせないでください。
        ・このメールにお心当たりのない場合は、下記のお問い合わせ先までご連絡ください。
        """;

    private string Reset(PasswordLinkIssued happened) => $"""
        WebサービスのWebユーザーIDのパスワードを初期化しました。
        これまでのパスワードはご利用いただけません。下記のURLから、新しいパスワードを設定してください。

        ■WebユーザーID
        {happened.UserId}

        ■手続きの内容
        パスワードの初期化

        ■手続きをした者
        {WebUserStateMail.By(actor, nexi)}

        ■手続きの日時
        {JapanTime.DateAndTime(happened.OccurredAt)}

        ■パスワードを設定するURL
        {urls.PasswordLink(happened.Token)}

        ■有効期限
        {JapanTime.DateAndTime(happened.ExpiresAt)}まで(手続きから{policy.InvitationHours}時間、1回限り有効です)
        期限を過ぎた場合は、貴社のWebユーザー(管理者)に、もう一度パスワードの初期化をご依頼ください。

        ・このURLは、ほかの人に知らせないでください。
        ・お心当たりのない場合は、下記のお問い合わせ先までご連絡ください。
        """;

    private string Forgotten(PasswordLinkIssued happened) => $"""
        パスワードをお忘れになったとのお申し出をいただきました。
        下記のURLから、新しいパスワードを設定してください。ご利用中のパスワードがある場合は、設定されるまで、そのままご利用いただけます。

        ■WebユーザーID
        {happened.UserId}

        ■手続きの内容
        パスワードの初期化(ログイン画面からのお申し出)

        ■手続きの日時
        {JapanTime.DateAndTime(happened.OccurredAt)}

        ■パスワードを設定するURL
        {urls.PasswordLink(happened.Token)}

        ■有効期限
        {JapanTime.DateAndTime(happened.ExpiresAt)}まで(お申し出から{policy.ForgottenLinkMinutes}分間、1回限り有効です)
        期限を過ぎた場合は、お手数ですが、あらためてお申し出ください。
        {urls.Forgotten}

        ・このURLは、ほかの人に知らせないでください。
        ・お心当たりのない場合は、このメールを破棄してください。パスワードは変更されません。
        """;
}
