namespace NexiPortal.Domain.Staff;

/// <summary>What a member of staff may do in the back office; one or several.</summary>
[Flags]
public enum StaffRoles
{
    /// <summary>Nothing; nobody is without a role.</summary>
    None = 0,

    /// <summary>受付: receipt, checks, dispatch.</summary>
    Clerk = 1,

    /// <summary>承認: approves what somebody else has checked.</summary>
    Approver = 2,

    /// <summary>管理: staff, imports, settings.</summary>
    Supervisor = 4,

    /// <summary>監査: reads everything, changes nothing.</summary>
    Auditor = 8,

    /// <summary>Every role.</summary>
    Any = Clerk | Approver | Supervisor | Auditor,
}

/// <summary>How roles read.</summary>
public static class StaffRoleLabels
{
    /// <summary>Every role by itself.</summary>
    public static readonly IReadOnlyList<StaffRoles> All = [StaffRoles.Clerk, StaffRoles.Approver, StaffRoles.Supervisor, StaffRoles.Auditor];

    /// <summary>The roles as people read them: 受付・承認.</summary>
    public static string Label(this StaffRoles roles) => string.Join('・', All.Where(role => roles.HasFlag(role)).Select(role => role switch
    {
        StaffRoles.Clerk => "受付",
        StaffRoles.Approver => "承認",
        StaffRoles.Supervisor => "管理",
        _ => "監査",
    }));
}
