using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>The insurance user an application names by its code: a branch its head office, a Web user the insurance user itself.</summary>
internal static class NamedInsuranceUser
{
    /// <summary>The insurance user named; null when none is, or nobody has the code.</summary>
    public static Task<InsuranceUser?> FindNamedAsync(this IInsuranceUsersDb db, ApplicationType type, FieldValues details, CancellationToken ct) =>
        db.FindAsync(type switch
        {
            ApplicationType.Branch => details[ApplicationFields.HeadOfficeCode],
            ApplicationType.WebUser => details[ApplicationFields.InsuranceUserCode],
            _ => null,
        }, ct);

    /// <summary>Why an application cannot be approved as far as the register says; null when it can.</summary>
    public static Error? RefusalOf(ApplicationType type, InsuranceUser? named) => type switch
    {
        ApplicationType.Branch => named is null ? new(InsuranceUserErrors.HeadOfficeUnknown) : named.RefusalOfBranches,
        ApplicationType.WebUser => named is null ? new(InsuranceUserErrors.CodeUnknown) : named.RefusalOfAdministrators,
        _ => null,
    };
}
