using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>The Web users of an insurance user, as the WebUsers module tells them.</summary>
public interface IWebUsersOf
{
    /// <summary>Every Web user, the administrators first, those that ended last.</summary>
    Task<IReadOnlyList<WebUserOf>> ListAsync(Guid insuranceUserId, CancellationToken ct);

    /// <summary>Whether there is an administrator whose ID has not ended.</summary>
    Task<bool> HasAdministratorAsync(Guid insuranceUserId, CancellationToken ct);
}

/// <summary>A Web user of an insurance user.</summary>
/// <param name="UserId">WebユーザーID.</param>
/// <param name="Role">管理者 or 申込者.</param>
/// <param name="Details">The person.</param>
/// <param name="State">Whether the ID can be used.</param>
/// <param name="StateSince">Since when.</param>
/// <param name="Letter">Where the administrator's last letter stands; null for an applicant.</param>
public sealed record WebUserOf(WebUserId UserId, WebUserRole Role, PersonalDetails Details, WebUserState State, DateTimeOffset StateSince, NoticeState? Letter);
