using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Texts;

/// <summary>How staff read of scheduled work.</summary>
public static class JobWords
{
    private static readonly Dictionary<ScheduledJob, (string Title, string What, string Unit)> Words = new()
    {
        [ScheduledJob.DeliverMails] = ("メールの送信", "送信待ちのメールを送信します。15秒ごとに実行します。", "通を送信"),
        [ScheduledJob.ExpireApplications] = ("期限切れの処理", "申込書の到着期限、補正の期限、再開の期限が過ぎた申込みを期限切れとし、お客様にお知らせします。9時から18時まで1時間ごとに実行します。", "件を処理"),
        [ScheduledJob.RemindOfLinks] = ("登録用URLの期限の案内", "有効期限が近い登録用URLについて、お客様にお知らせします。9時から18時まで1時間ごとに実行します。", "件を案内"),
        [ScheduledJob.RemindOfPapers] = ("申込書の未着の案内", "申込書が届いていない申込みについて、お客様にお知らせします。9時から18時まで1時間ごとに実行します。", "件を案内"),
        [ScheduledJob.RemindOfNotices] = ("登録完了通知書の到着の確認", "発送後にログインのない登録完了通知書について、お客様に到着を確認します。9時から18時まで1時間ごとに実行します。", "件を案内"),
        [ScheduledJob.Forget] = ("不要になった情報の削除", "期限が過ぎた登録用URL、終了した申込みの個人情報などを削除します。1時間ごとに実行します。", "件を削除"),
        [ScheduledJob.ForgetPasswordTries] = ("認証の記録の削除", "過去のパスワードの誤りの回数などを削除します。1時間ごとに実行します。", "件を削除"),
        [ScheduledJob.SealAuditEntries] = ("監査証跡の封印", "新しい監査証跡を、後から変更できないように封印します。1分ごとに実行します。", "件を封印"),
        [ScheduledJob.VerifyAuditTrail] = ("監査証跡の検査", "監査証跡に変更や欠落がないことを、はじめから検査します。毎日2時に実行します。", "件を検査"),
    };

    /// <summary>What it is called.</summary>
    public static string Title(ScheduledJob job) => Words[job].Title;

    /// <summary>What it does, and how often.</summary>
    public static string What(ScheduledJob job) => Words[job].What;

    /// <summary>What its last run did.</summary>
    public static string Did(ScheduledJob job, JobRun run) => run.HasFailed ? $"失敗({run.Failure})" : run.Done > 0 ? $"{run.Done:N0}{Words[job].Unit}" : "対象なし";

    /// <summary>Whether somebody should look after it, and why; empty when all is well.</summary>
    public static string Worry(ScheduledJob job, JobRun? run, DateTimeOffset now) =>
        run is null ? "まだ実行されていません"
        : run.HasFailed ? "直前の実行に失敗しました"
        : job.IsLate(run, now) ? "予定どおりに実行されていません"
        : "";
}
