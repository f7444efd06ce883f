using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Texts;

/// <summary>What a registrant reads of the history of the case (⑬), up to where it stands now, of which <see cref="States"/> tells.</summary>
public static class Milestones
{
    /// <summary>What happened.</summary>
    public static string Title(Milestone milestone) => milestone.Verb switch
    {
        ApplicationVerb.Submit => milestone.Time == 1 ? "申込情報を受信しました" : $"訂正された申込情報を受信しました(第{milestone.Time}版)",
        ApplicationVerb.RegisterReceipt => milestone.Time == 1 ? "手続きを開始しました" : "書類を受領し、手続きを再開しました",
        ApplicationVerb.RequestCorrection => "書類の訂正・追加をお願いしました",
        ApplicationVerb.Reopen => "申込内容の訂正をお願いしました",
        ApplicationVerb.RequestApproval => "NEXIで手続きを行いました",
        ApplicationVerb.RegisterDispatch => "「登録完了通知書」を郵送しました",
        ApplicationVerb.RegisterReturn => "「登録完了通知書」をお届けできませんでした",
        ApplicationVerb.Expire => "申込書の有効期限が過ぎました",
        ApplicationVerb.Revive => "申込書の到着を確認し、手続きを再開しました",
        _ => throw new ArgumentOutOfRangeException(nameof(milestone)),
    };

    /// <summary>When it happened: what the registrant did to the minute, papers by the day they arrived.</summary>
    public static string Date(Milestone milestone) => milestone.Verb switch
    {
        ApplicationVerb.Submit or ApplicationVerb.Withdraw => JapanTime.DateAndTime(milestone.At),
        ApplicationVerb.RegisterReceipt => $"{JapanTime.LongDate(milestone.On!.Value)} 書類到着",
        _ => JapanTime.LongDate(milestone.At),
    };
}
