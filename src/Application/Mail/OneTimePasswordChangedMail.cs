using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Mail;

/// <summary>M22: a one-time password was set up or ended. Whoever did not do it learns of it here; staff, of whom no mail address is known, get none.</summary>
internal sealed class OneTimePasswordChangedMail(MailQueue queue, IEnumerable<IPasswordOwners> modules, ICurrentActor actor, OperatorProfile nexi)
    : IDomainEventHandler<OneTimePasswordSetUp>, IDomainEventHandler<OneTimePasswordSwitchedOff>
{
    public Task<Result> HandleAsync(OneTimePasswordSetUp happened, CancellationToken ct) =>
        TellAsync("設定", "次回から、ログインのたびにワンタイムパスワードの入力が必要です。", happened, ct);

    public Task<Result> HandleAsync(OneTimePasswordSwitchedOff happened, CancellationToken ct) =>
        TellAsync("解除", "次回から、ワンタイムパスワードを入力せずにログインできます。安全のため、もう一度設定することをお勧めします。", happened, ct);

    private async Task<Result> TellAsync(string what, string consequence, IDomainEvent happened, CancellationToken ct)
    {
        var (owner, _) = await modules.FindAsync(happened.SubjectId, ct);
        if (owner.MailAddress is { } to) queue.Add("M22", to, "【NEXI】ワンタイムパスワードの設定が変更されました", Text(owner.Id, what, consequence, happened), happened.SubjectId, happened.OccurredAt);
        return Result.Done;
    }

    private string Text(string id, string what, string consequence, IDomainEvent happened) => $"""
        Webサービスのワンタイムパスワードを{what}しました。

        ■WebユーザーID
        {id}

        ■手続きの内容
        ワンタイムパスワードの{what}

        ■手続きをした者
        {(new Actor(actor.Name).WebUserId == id ? "ご本人" : WebUserStateMail.By(actor, nexi))}

        ■手続きの日時
        {JapanTime.DateAndTime(happened.OccurredAt)}

        {consequence}

        お心当たりのない場合は、第三者に不正に変更されたおそれがあります。すぐに下記のお問い合わせ先までご連絡ください。
        """;
}
