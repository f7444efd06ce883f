using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>What a supervisor enters about a member of staff.</summary>
/// <param name="Name">氏名.</param>
/// <param name="Chosen">権限.</param>
/// <param name="NameError">What is wrong with the name.</param>
/// <param name="RolesError">What is wrong with the roles.</param>
public sealed record StaffFields(string? Name, StaffRoles Chosen, Error? NameError, Error? RolesError)
{
    /// <summary>The roles with what each may do.</summary>
    public static readonly IReadOnlyList<(StaffRoles Role, string Does)> Roles =
    [
        (StaffRoles.Clerk, "書類の到着・確認・発送"),
        (StaffRoles.Approver, "承認・差戻し・登録不可"),
        (StaffRoles.Supervisor, "職員・取込み・設定"),
        (StaffRoles.Auditor, "閲覧のみ"),
    ];
}
