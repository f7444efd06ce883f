using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Web.Texts;

/// <summary>How the back office reads the register of insurance users and Web users.</summary>
public static class RegisterWords
{
    /// <summary>Head office or branch.</summary>
    public static string KindOf(InsuranceUserCode? headOffice) => headOffice is null ? "本店" : "支店・部門・事業所";

    /// <summary>Whether an insurance user is suspended.</summary>
    public static string InUse(bool isSuspended) => isSuspended ? "停止中" : "利用中";

    /// <summary>A line of an insurance user's history.</summary>
    public static string Of(InsuranceUserVerb verb) => verb switch
    {
        InsuranceUserVerb.Register => "申込みの承認による登録",
        InsuranceUserVerb.Import => "取込み",
        InsuranceUserVerb.Correct => "登録内容の訂正",
        InsuranceUserVerb.Suspend => "利用の停止",
        InsuranceUserVerb.Resume => "利用の再開",
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    /// <summary>管理者 or 申込者.</summary>
    public static string Of(WebUserRole role) => role == WebUserRole.Administrator ? "管理者" : "申込者";

    /// <summary>Whether a WebユーザーID can be used.</summary>
    public static string Of(WebUserState state) => state switch
    {
        WebUserState.Active => "利用中",
        WebUserState.Suspended => "停止中",
        WebUserState.Ended => "終了",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Where a letter stands: 第2回 発送済み(2026年7月1日(水)).</summary>
    public static string Of(LetterOf letter) => $"第{letter.Issue}回 {Of(letter.State)}{(letter.SentOn is { } day ? $"({JapanTime.LongDate(day)}発送)" : "")}";

    /// <summary>Whether a column has to be filled in.</summary>
    public static string Of(ShowImportColumns.Column column) => (column.HeadOffice, column.Branch) switch
    {
        (Requirement.Required, Requirement.Required) => "必須",
        (Requirement.NotAsked, Requirement.Required) => "支店・部門・事業所は必須",
        _ => "任意",
    };

    private static string Of(NoticeState state) => state switch
    {
        NoticeState.ToPrint => "印刷待ち",
        NoticeState.Printed => "印刷確認待ち",
        NoticeState.ToDispatch => "発送待ち",
        NoticeState.Dispatched => "発送済み",
        NoticeState.Returned => "返戻",
        NoticeState.Void => "無効",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
