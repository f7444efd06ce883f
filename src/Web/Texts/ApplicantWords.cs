using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Web.Texts;

/// <summary>How an administrator reads of the applicants.</summary>
public static class ApplicantWords
{
    private const string WebUser = "Webユーザーの";

    /// <summary>Whether an ID can be used; 登録済み until the person has set a password.</summary>
    public static string Of(WebUserState state, bool hasPassword) => state == WebUserState.Active && !hasPassword ? "パスワード未設定" : RegisterWords.Of(state);

    /// <summary>A line of the history: as in the audit trail, without saying each time that it is about a Web user.</summary>
    public static string Of(string action) => AuditWords.Of(action) is var words && words.StartsWith(WebUser, StringComparison.Ordinal) ? words[WebUser.Length..] : words;

    /// <summary>Who did it: the person, the administrator by ID, or the operator.</summary>
    public static string By(Actor by, WebUserId applicant, OperatorProfile nexi) => by switch
    {
        { WebUserId: { } id } when id == applicant.Value => "ご本人",
        { WebUserId: { } id } => $"管理者({id})",
        _ when by == Actor.Visitor => "ご本人(メールのURL)",
        _ => nexi.Name,
    };
}
