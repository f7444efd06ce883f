using System.Reflection;
using System.Security.Claims;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Pages.BackOffice.Cases;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>An entry of the back office's navigation.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Any">Who may go there.</param>
public sealed record NavigationEntry(string Label, string Address, StaffRoles Any);

/// <summary>The navigation of the back office; everybody sees what he or she may use, as the pages themselves say.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        To<QueueModel>("申込一覧", StaffCookie.Start),
        To<LettersModel>("通知書", StaffCookie.Home + "/letters"),
        To<InsuranceUserListModel>("保険利用者", StaffCookie.Home + "/insurance-users"),
        To<ImportModel>("取込み", StaffCookie.Home + "/import"),
        To<StatisticsModel>("統計", StaffCookie.Home + "/statistics"),
        To<AuditTrailModel>("監査証跡", StaffCookie.Home + "/audit"),
        To<JobsModel>("定期処理", StaffCookie.Home + "/jobs"),
        To<StaffListModel>("職員管理", StaffCookie.Home + "/staff"),
    ];

    /// <summary>The entries for a member of staff.</summary>
    public static IEnumerable<NavigationEntry> For(ClaimsPrincipal staff)
    {
        var roles = staff.StaffRoles();
        return Entries.Where(entry => (entry.Any & roles) != StaffRoles.None);
    }

    private static NavigationEntry To<TPage>(string label, string address) => new(label, address, typeof(TPage).GetCustomAttribute<ForStaffAttribute>()!.Any);
}
