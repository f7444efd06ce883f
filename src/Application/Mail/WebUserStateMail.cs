using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Mail;

/// <summary>M18: a WebユーザーID was suspended, resumed or ended. It says by whom: the operator, never a member of staff; or the insurance user's own administrator.</summary>
internal sealed class WebUserStateMail(MailQueue queue, ICurrentActor actor, OperatorProfile nexi)
    : IDomainEventHandler<WebUserSuspended>, IDomainEventHandler<WebUserResumed>, IDomainEventHandler<WebUserEnded>
{
    /// <summary>The subject that every M18 has.</summary>
    public const string Subject = "【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ";

    /// <summary>Who does something to a Web user, as the person is told.</summary>
    public static string By(ICurrentActor actor, OperatorProfile nexi) => new Actor(actor.Name).WebUserId is { } id ? $"貴社のWebユーザー(管理者)　{id}" : nexi.Name;

    public Task<Result> HandleAsync(WebUserSuspended happened, CancellationToken ct) =>
        Tell(happened.UserId, happened.MailAddress, "停止", "再開されるまで、Webサービスにログインできません。ログイン中の端末では、ログアウトされます。", happened);

    public Task<Result> HandleAsync(WebUserResumed happened, CancellationToken ct) =>
        Tell(happened.UserId, happened.MailAddress, "再開", "停止が解除されたため、ふたたびWebサービスをご利用いただけます。", happened);

    public Task<Result> HandleAsync(WebUserEnded happened, CancellationToken ct) =>
        Tell(happened.UserId, happened.MailAddress, "終了", "このWebユーザーIDでは、今後Webサービスにログインできません。ログイン中の端末では、ログアウトされます。", happened);

    private Task<Result> Tell(WebUserId id, EmailAddress to, string what, string consequence, IDomainEvent happened)
    {
        queue.Add("M18", to, Subject, $"""
            WebサービスのWebユーザーIDのご利用を{what}しました。

            ■WebユーザーID
            {id}

            ■手続きの内容
            ご利用の{what}

            ■手続きをした者
            {By(actor, nexi)}

            ■手続きの日時
            {JapanTime.DateAndTime(happened.OccurredAt)}

            {consequence}

            お心当たりのない場合は、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt);
        return Task.FromResult(Result.Done);
    }
}
