using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Texts;

/// <summary>What staff read for each thing that can be done to a case: on its button, once it is done, and in the history.</summary>
public static class Verbs
{
    /// <summary>Its button.</summary>
    public static string Label(ApplicationVerb verb) => verb switch
    {
        ApplicationVerb.RegisterReceipt => "申込書の到着を登録する",
        ApplicationVerb.RequestCorrection => "補正を依頼する",
        ApplicationVerb.Reopen => "手続き再開用URLを送る",
        ApplicationVerb.RequestApproval => "承認を依頼する",
        ApplicationVerb.SendBack => "差し戻す",
        ApplicationVerb.Approve => "承認する",
        ApplicationVerb.Decline => "登録不可とする",
        ApplicationVerb.RegisterDispatch => "発送を登録する",
        ApplicationVerb.RegisterReturn => "返戻を登録する",
        ApplicationVerb.Revive => "期限切れを復活する",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No verb of the staff's."),
    };

    /// <summary>That it is done.</summary>
    public static string Done(ApplicationVerb verb) => verb switch
    {
        ApplicationVerb.RegisterReceipt => "申込書の到着を登録しました。",
        ApplicationVerb.RequestCorrection => "補正を依頼しました。お客様にメールでお知らせします。",
        ApplicationVerb.Reopen => "手続き再開用URLを送りました。",
        ApplicationVerb.RequestApproval => "承認を依頼しました。",
        ApplicationVerb.SendBack => "差し戻しました。",
        ApplicationVerb.Approve => "承認しました。",
        ApplicationVerb.Decline => "登録不可としました。お客様にメールでお知らせします。",
        ApplicationVerb.RegisterDispatch => "発送を登録しました。お客様にメールでお知らせします。",
        ApplicationVerb.RegisterReturn => "返戻を登録しました。お客様にメールでお知らせします。",
        ApplicationVerb.Revive => "期限切れを復活しました。",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No verb of the staff's."),
    };

    /// <summary>A line of the history.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="history">The whole history.</param>
    public static string Title(HistoryEntry entry, IReadOnlyList<HistoryEntry> history) => entry.Verb switch
    {
        ApplicationVerb.Submit => $"申込情報の送信(第{history.Count(earlier => earlier.Verb == ApplicationVerb.Submit && earlier.Ordinal <= entry.Ordinal)}版)",
        ApplicationVerb.Withdraw => "取下げ",
        ApplicationVerb.RegisterReceipt => "書類の到着",
        ApplicationVerb.RequestCorrection => "補正の依頼",
        ApplicationVerb.Reopen => "手続き再開用URLの送信",
        ApplicationVerb.RequestApproval => "承認の依頼",
        ApplicationVerb.SendBack => "差戻し",
        ApplicationVerb.Approve => "承認",
        ApplicationVerb.Decline => "登録不可",
        ApplicationVerb.RegisterDispatch => "登録完了通知書の発送",
        ApplicationVerb.RegisterReturn => "登録完了通知書の返戻",
        ApplicationVerb.Expire => "期限切れ",
        ApplicationVerb.Revive => "期限切れの復活",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    /// <summary>What it was about: the day entered, the reasons, the papers, the tracking number.</summary>
    public static IEnumerable<string> Details(HistoryEntry entry)
    {
        if (entry.On is { } day) yield return entry.Verb == ApplicationVerb.RegisterDispatch ? $"発送日：{JapanTime.LongDate(day)}" : $"到着日：{JapanTime.LongDate(day)}";
        if (entry.Verb == ApplicationVerb.RequestCorrection)
        {
            foreach (var reason in entry.Items.Select(CorrectionReasons.Find).OfType<CorrectionReason>()) yield return reason.Label;
        }
        if (entry.Verb == ApplicationVerb.RegisterReceipt)
        {
            foreach (var paper in entry.Items) yield return paper;
        }
        if (entry.Verb == ApplicationVerb.RegisterDispatch && entry.Note.Length > 0) yield return $"お問い合わせ番号：{entry.Note}";
    }

    /// <summary>What staff wrote to it; empty when nothing was.</summary>
    public static string Note(HistoryEntry entry) => entry.Verb == ApplicationVerb.RegisterDispatch ? "" : entry.Note;
}
