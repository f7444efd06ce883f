using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Texts;

/// <summary>How the back office reads the business-day clock of a case.</summary>
public static class DispatchClockWords
{
    /// <summary>残り2営業日, 本日期限, 1営業日超過; while papers are awaited 停止中(残り2営業日).</summary>
    public static string Words(this DispatchClock clock) => clock switch
    {
        { IsPaused: true } => $"停止中({Days(clock.DaysLeft)})",
        { DaysLeft: 0 } => "本日期限",
        _ => Days(clock.DaysLeft),
    };

    private static string Days(int left) => left < 0 ? $"{-left}営業日超過" : $"残り{left}営業日";
}
