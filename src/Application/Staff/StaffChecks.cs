using FluentValidation;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>The checks of what a supervisor enters about a member of staff.</summary>
internal static class StaffChecks
{
    public static void IsStaffName<T>(this IRuleBuilderInitial<T, string> name) => name.Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode(StaffErrors.NameRequired)
        .Must(typed => TextElements.Count(typed.Trim()) <= StaffMember.MaxNameLength).WithErrorCode(StaffErrors.NameTooLong)
        .Must(typed => TextElements.FirstForbidden(typed) is null).WithErrorCode(StaffErrors.NameForbidden);

    public static void IsStaffRoles<T>(this IRuleBuilderInitial<T, StaffRoles> roles) => roles
        .Must(chosen => chosen != StaffRoles.None && (chosen & ~StaffRoles.Any) == 0).WithErrorCode(StaffErrors.RolesRequired);
}
