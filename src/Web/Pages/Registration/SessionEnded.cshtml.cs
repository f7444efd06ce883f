using Microsoft.AspNetCore.Authorization;
using NexiPortal.Application.Common;
using NexiPortal.Web.Settings;
using static NexiPortal.Application.Registration.CheckRegistrantSession;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>Where a registrant without a live session is led: why it ended, what became of the input, and how to go on.</summary>
[AllowAnonymous]
public sealed class SessionEndedModel(PortalSettings settings) : PortalPage
{
    public string Heading { get; private set; } = "";

    public string Why { get; private set; } = "";

    /// <summary>Whether the same 登録用URL opens the procedure again, saved input and all.</summary>
    public bool CanEnterAgain { get; private set; }

    /// <summary>Whether there was a session, and with it input that may be lost.</summary>
    public bool HadBegun { get; private set; }

    public void OnGet(Standing? why)
    {
        (Heading, Why) = why switch
        {
            Standing.Idle => ("一定時間操作がなかったため、お手続きの画面を終了しました", $"最後の操作から{settings.IdleMinutes}分が経過したため、安全のためにお手続きの画面を終了しました。"),
            Standing.HalfDayOver => ("認証の有効時間が過ぎたため、お手続きの画面を終了しました", $"登録用パスワードによる認証から{(int)SessionLimit.Longest.TotalHours}時間が経過したため、安全のためにお手続きの画面を終了しました。"),
            Standing.Closed => ("お手続きの画面は、すでに終了しています", "「閉じる」や「一時保存して終了する」を押されたか、もう一度認証されたため、この画面でのお手続きは終了しています。"),
            Standing.LinkExpired => ("登録用URLの有効期限が過ぎました", "お手続きの途中で登録用URLの有効期限が過ぎたため、お手続きの画面を終了しました。"),
            Standing.LinkReplaced => ("新しい登録用URLをお送りしたため、お手続きの画面を終了しました", "再送のお申し出により新しい登録用URLをお送りしたため、これまでの登録用URLは使えなくなりました。"),
            Standing.LinkVoid => ("登録用URLが無効になったため、お手続きの画面を終了しました", "誤った登録用パスワードが繰り返し入力されたため、安全のために登録用URLを無効にしました。"),
            _ => ("お手続きを続けるには、認証が必要です", "この画面は、登録用URLを開き、登録用パスワードで認証された方にだけ表示します。まだ認証されていないか、すでにお手続きの画面を終了されています。"),
        };
        HadBegun = why is not null;
        CanEnterAgain = why is null or Standing.Idle or Standing.HalfDayOver or Standing.Closed;
    }
}
