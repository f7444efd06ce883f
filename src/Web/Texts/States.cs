using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Texts;

/// <summary>What staff call the state of a case, and what its registrant reads.</summary>
public static class States
{
    /// <summary>The state as staff call it.</summary>
    public static string Of(ApplicationState state) => state switch
    {
        ApplicationState.AwaitingPaper => "書類待ち",
        ApplicationState.InReview => "手続中",
        ApplicationState.AwaitingCorrection => "補正待ち",
        ApplicationState.Reopened => "再開中",
        ApplicationState.AwaitingApproval => "承認待ち",
        ApplicationState.Approved => "発送待ち",
        ApplicationState.Completed => "完了",
        ApplicationState.Declined => "登録不可",
        ApplicationState.Withdrawn => "取下げ",
        ApplicationState.Expired => "期限切れ",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The state as the registrant reads it (⑬).</summary>
    public static string ForRegistrant(ApplicationState state) => state switch
    {
        ApplicationState.AwaitingPaper => "申込書の到着をお待ちしています",
        ApplicationState.InReview => "手続きを開始しました",
        ApplicationState.AwaitingCorrection => "書類の訂正・追加をお願いしています",
        ApplicationState.Reopened => "申込内容を訂正してください",
        ApplicationState.AwaitingApproval or ApplicationState.Approved => "NEXIで手続き中です",
        ApplicationState.Completed => "手続きが完了しました",
        ApplicationState.Declined => "登録を見合わせました",
        ApplicationState.Withdrawn => "取下げを受け付けました",
        ApplicationState.Expired => "申込書の有効期限が過ぎました",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
