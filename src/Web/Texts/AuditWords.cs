using NexiPortal.Application.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Web.Texts;

/// <summary>How staff read the audit trail: who, what, to what.</summary>
public static class AuditWords
{
    private const string AccessRefused = "AccessRefused ";

    /// <summary>What can be done, in words, by the name an entry carries.</summary>
    public static readonly IReadOnlyDictionary<string, string> Actions = new Dictionary<string, string>
    {
        [nameof(RegistrationLinkIssued)] = "登録用URLの送信",
        [nameof(RegistrationLinkOpened)] = "登録用URLの認証",
        [nameof(RegistrationPasswordRefused)] = "登録用パスワードの誤り",
        [nameof(RegistrationLinkReplaced)] = "登録用URLの再送",
        [nameof(RegistrationLinkVoided)] = "登録用URLの無効化",
        [nameof(RegistrationLinkRunsOut)] = "登録用URLの期限の案内",
        [nameof(ResumeLinkIssued)] = "手続き再開用URLの送信",
        [nameof(StatusLinkIssued)] = "申込状況確認用URLの送信",
        [nameof(StatusLinkOpened)] = "申込状況の確認",
        [nameof(ApplicationSubmitted)] = "申込情報の送信",
        [nameof(ApplicationWithdrawn)] = "取下げ",
        [nameof(PaperReceived)] = "申込書の到着の登録",
        [nameof(CorrectionRequested)] = "補正の依頼",
        [nameof(ApplicationReopened)] = "申込内容の訂正の依頼",
        [nameof(ApprovalRequested)] = "承認の依頼",
        [nameof(ApplicationSentBack)] = "差戻し",
        [nameof(ApplicationApproved)] = "承認",
        [nameof(ApplicationDeclined)] = "登録不可",
        [nameof(NoticeDispatched)] = "登録完了通知書の発送の登録",
        [nameof(NoticeArrivalAsked)] = "登録完了通知書の到着の照会",
        [nameof(NoticeReturned)] = "登録完了通知書の返戻の登録",
        [nameof(ApplicationForgotten)] = "個人情報の削除",
        [nameof(PaperAwaited)] = "申込書の未着の案内",
        [nameof(ApplicationExpired)] = "期限切れ",
        [nameof(ApplicationRevived)] = "期限切れの復活",
        [nameof(CaseNoteAdded)] = "メモの追加",
        [nameof(MailRepeated)] = "メールの再送",
        [nameof(InsuranceUserRegistered)] = "保険利用者の登録",
        [nameof(InsuranceUserImported)] = "保険利用者の取込み",
        [nameof(InsuranceUserCorrected)] = "保険利用者の登録内容の訂正",
        [nameof(InsuranceUserSuspended)] = "保険利用者の停止",
        [nameof(InsuranceUserResumed)] = "保険利用者の再開",
        [nameof(AdministratorNamed)] = "Webユーザー(管理者)の指定",
        [nameof(WebUserRegistered)] = "Webユーザーの登録",
        [nameof(WebUserCorrected)] = "Webユーザーの登録内容の変更",
        [nameof(WebUserPasswordVoided)] = "Webユーザーのパスワードの初期化",
        [nameof(PasswordLinkIssued)] = "パスワードを設定するURLの送信",
        [nameof(WebUserSuspended)] = "Webユーザーの停止",
        [nameof(WebUserResumed)] = "Webユーザーの再開",
        [nameof(WebUserEnded)] = "Webユーザーの利用終了",
        [nameof(WebUserLoggedIn)] = "Webユーザーのログイン",
        [nameof(WebUserPasswordRefused)] = "Webユーザーのパスワードの誤り",
        [nameof(WebUserPasswordChanged)] = "Webユーザーのパスワードの変更",
        [nameof(WebUserSeenInNewBrowser)] = "新しい環境からのWebユーザーのログイン",
        [nameof(OneTimePasswordSetUp)] = "ワンタイムパスワードの設定",
        [nameof(OneTimePasswordSwitchedOff)] = "ワンタイムパスワードの解除",
        [nameof(OneTimePasswordMailed)] = "ワンタイムパスワードのメールの送信",
        [nameof(OneTimePasswordRefused)] = "誤ったワンタイムパスワードの入力",
        [nameof(RecoveryCodeUsed)] = "リカバリーコードの使用",
        [nameof(RecoveryCodesRenewed)] = "リカバリーコードの再作成",
        [nameof(WebUserUnlocked)] = "Webユーザーのロックの解除",
        [nameof(RegistrationNoticePrinted)] = "登録完了通知書の印刷",
        [nameof(RegistrationNoticeConfirmed)] = "登録完了通知書の印刷の確認",
        [nameof(RegistrationNoticeDispatched)] = "再発行した登録完了通知書の発送の登録",
        [nameof(RegistrationNoticeUnanswered)] = "登録完了通知書の発送後、ログインがないことの確認",
        [nameof(RegistrationNoticeReissued)] = "登録完了通知書の再発行",
        [nameof(StaffMemberAdded)] = "職員の追加",
        [nameof(StaffMemberRenamed)] = "職員の氏名の変更",
        [nameof(StaffRolesChanged)] = "職員の権限の変更",
        [nameof(StaffMemberSuspended)] = "職員の停止",
        [nameof(StaffMemberResumed)] = "職員の再開",
        [nameof(StaffPasswordReset)] = "職員のパスワードの初期化",
        [nameof(StaffPasswordChanged)] = "職員のパスワードの変更",
        [nameof(StaffSignedIn)] = "職員のログイン",
        [nameof(StaffPasswordRefused)] = "職員のパスワードの誤り",
        [Looks.Case] = "申込みの閲覧",
        [Looks.ApplicationForm] = "申込書の閲覧",
        [Looks.InsuranceUser] = "保険利用者の登録内容の閲覧",
        [Looks.Register] = "保険利用者の一覧の書出し",
        [Looks.RegisteredMailList] = "書留郵便物の一覧の印刷",
    };

    /// <summary>What was done.</summary>
    public static string Of(string action) =>
        action.StartsWith(AccessRefused, StringComparison.Ordinal) ? $"権限のない画面へのアクセス({action[AccessRefused.Length..]})" : Actions.GetValueOrDefault(action, action);

    /// <summary>Who did it.</summary>
    public static string By(string actor) => new Actor(actor) switch
    {
        { StaffId: { } id } => id,
        { WebUserId: { } id } => id,
        { IsRegistrant: true } => "お客様",
        var other when other == Actor.Visitor => "認証前の利用者",
        var other when other == Actor.System => "システム",
        _ => actor,
    };

    /// <summary>What it was done to.</summary>
    public static string To(NamedSubject? subject) => subject switch
    {
        null => "",
        { Kind: SubjectKind.Application } => $"受付番号 {subject.Name}",
        { Kind: SubjectKind.InsuranceUser } => $"保険利用者 {subject.Name}",
        { Kind: SubjectKind.WebUser } => $"Webユーザー {subject.Name}",
        _ => $"職員 {subject.Name}",
    };
}
