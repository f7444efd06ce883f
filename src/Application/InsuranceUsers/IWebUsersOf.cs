using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>The Web users of an insurance user, as the WebUsers module tells them.</summary>
public interface IWebUsersOf
{
    /// <summary>Every Web user, the administrators first, those that ended last.</summary>
    Task<IReadOnlyList<WebUserOf>> ListAsync(Guid insuranceUserId, CancellationToken ct);

    /// <summary>The insurance user that a WebユーザーID belongs to; null when nobody has the ID.</summary>
    Task<Guid?> FindAsync(WebUserId userId, CancellationToken ct);

    /// <summary>Whether there is an administrator whose ID has not ended.</summary>
    Task<bool> HasAdministratorAsync(Guid insuranceUserId, CancellationToken ct);
}

/// <summary>A Web user of an insurance user.</summary>
/// <param name="Version">Version shown; posted back with a suspension.</param>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="Role">管理者 or 申込者.</param>
/// <param name="Details">The person.</param>
/// <param name="State">Whether the ID can be used.</param>
/// <param name="StateSince">Since when.</param>
/// <param name="HasOneTimePassword">Whether a code is asked at login.</param>
/// <param name="Letters">The letters to an administrator, the last one first; none to an applicant.</param>
public sealed record WebUserOf(
    int Version, WebUserId UserId, WebUserRole Role, PersonalDetails Details, WebUserState State, DateTimeOffset StateSince, bool HasOneTimePassword, IReadOnlyList<LetterOf> Letters);

/// <summary>A letter (登録完了通知書) to an administrator.</summary>
/// <param name="Issue">Which one, from 1.</param>
/// <param name="Version">Version shown; posted back with a reissue.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOpen">Whether it is still to go out.</param>
/// <param name="SentOn">The day it was dispatched; null before.</param>
public sealed record LetterOf(int Issue, int Version, NoticeState State, bool IsOpen, DateOnly? SentOn);
