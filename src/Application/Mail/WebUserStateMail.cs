using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M18: a WebユーザーID was suspended or resumed. It says by whom: the operator, never a person's name.</summary>
internal sealed class WebUserStateMail(MailQueue queue, OperatorProfile nexi) : IDomainEventHandler<WebUserSuspended>, IDomainEventHandler<WebUserResumed>
{
    public Task<Result> HandleAsync(WebUserSuspended happened, CancellationToken ct) =>
        Tell(happened.UserId, happened.MailAddress, "停止", "再開されるまで、Webサービスにログインできません。ログイン中の端末では、ログアウトされます。", happened);

    public Task<Result> HandleAsync(WebUserResumed happened, CancellationToken ct) =>
        Tell(happened.UserId, happened.MailAddress, "再開", "停止が解除されたため、ふたたびWebサービスをご利用いただけます。", happened);

    private Task<Result> Tell(WebUserId id, EmailAddress to, string what, string consequence, IDomainEvent happened)
    {
        queue.Add("M18", to, "【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ", $"""
            WebサービスのWebユーザーIDのご利用を{what}しました。

            ■WebユーザーID
            {id}

            ■手続きの内容
            ご利用の{what}

            ■手続きをした者
            {nexi.Name}

            ■手続きの日時
            {JapanTime.DateAndTime(happened.OccurredAt)}

            {consequence}

            お心当たりのない場合は、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
