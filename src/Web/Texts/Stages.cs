using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Texts;

/// <summary>How staff read how far people came, from the mail to the letter.</summary>
public static class Stages
{
    /// <summary>What was reached.</summary>
    public static string Of(ViewStatistics.Stage stage) => stage switch
    {
        ViewStatistics.Stage.Sent => "登録用URLの送信",
        ViewStatistics.Stage.Opened => "登録用URLの認証",
        ViewStatistics.Stage.Chosen => "申込みの種類の選択",
        ViewStatistics.Stage.Entered => "申込情報の入力",
        ViewStatistics.Stage.Confirmed => "申込情報の確認",
        ViewStatistics.Stage.Submitted => "規約への同意と送信",
        ViewStatistics.Stage.Received => "申込書の到着",
        ViewStatistics.Stage.Approved => "承認",
        ViewStatistics.Stage.Dispatched => "登録完了通知書の発送",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
