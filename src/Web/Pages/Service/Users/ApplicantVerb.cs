using MediatR;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>Something an administrator does to an applicant after being asked once more.</summary>
/// <param name="Key">Its part of the address.</param>
/// <param name="Title">Title of the page that asks.</param>
/// <param name="Button">The button, and the link to the page.</param>
/// <param name="Consequence">What follows from it.</param>
/// <param name="Done">The sentence afterwards.</param>
/// <param name="IsOffered">Whether it can be done as the applicant stands.</param>
/// <param name="Request">What is asked: with the ID, the version shown and the administrator's insurance user.</param>
public sealed record ApplicantVerb(
    string Key, string Title, string Button, string Consequence, string Done, Func<ViewApplicant.View, bool> IsOffered, Func<string, int, Guid, IRequest<Result>> Request)
{
    /// <summary>Every one, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<ApplicantVerb> All =
    [
        new("suspend", "申込者の停止", "停止する",
            "停止すると、このWebユーザーIDではログインできなくなり、ログイン中の端末ではログアウトされます。いつでも再開できます。停止したことを、ご本人にメールでお知らせします。",
            "停止しました。", user => user.State == WebUserState.Active, (id, version, within) => new SuspendWebUser.Command(id, version, within)),
        new("resume", "申込者の再開", "再開する",
            "再開すると、ふたたびログインできるようになります。再開したことを、ご本人にメールでお知らせします。ご本人がまだパスワードを設定していない場合は、設定するためのURLもお送りします。",
            "再開しました。", user => user.State == WebUserState.Suspended, (id, version, within) => new ResumeWebUser.Command(id, version, within)),
        new("reset-password", "パスワードの初期化", "パスワードを初期化する",
            "初期化すると、現在のパスワードは使用できなくなり、ログイン中の端末ではログアウトされます。新しいパスワードを設定するためのURLを、ご本人にメールでお送りします。",
            "パスワードを初期化し、ご本人にメールをお送りしました。", user => user.State == WebUserState.Active, (id, version, within) => new ResetApplicantPassword.Command(id, version, within)),
        new("unlock", "ロックの解除", "ロックを解除する",
            "パスワードまたはワンタイムパスワードを続けて誤ったために、一時的にログインできない場合に、すぐにログインできるようにします。",
            "ロックを解除しました。", user => user.State == WebUserState.Active, (id, _, within) => new UnlockWebUser.Command(id, within)),
        new("release-one-time-password", "ワンタイムパスワードの解除", "ワンタイムパスワードを解除する",
            "スマートフォンの紛失などで、ワンタイムパスワードを入力できない場合に解除します。解除すると、パスワードだけでログインできるようになります。ご本人からのご依頼であることを、必ずご確認ください。",
            "ワンタイムパスワードを解除しました。", user => user.OneTimePassword is not null, (id, _, within) => new ReleaseOneTimePassword.Command(id, within)),
        new("delete", "申込者の削除", "削除する",
            "削除すると、このWebユーザーIDではログインできなくなります。元に戻すことはできず、同じWebユーザーIDを登録し直すこともできません。削除したことを、ご本人にメールでお知らせします。",
            "申込者を削除しました。", _ => true, (id, version, within) => new DeleteApplicant.Command(id, version, within)),
    ];

    /// <summary>Where it leads: who is deleted has no page any more.</summary>
    public string Next => Key == "delete" ? "/Service/Users/List" : "/Service/Users/Applicant";
}
