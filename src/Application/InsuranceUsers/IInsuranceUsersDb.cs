using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>The table of the InsuranceUsers module.</summary>
public interface IInsuranceUsersDb : IUnitOfWork
{
    /// <summary>保険利用者.</summary>
    DbSet<InsuranceUser> InsuranceUsers { get; }

    /// <summary>Draws the next 保険利用者コード from the first one on, inside the unit of work: a code drawn and not saved is not used up.</summary>
    Task<InsuranceUserCode> NextInsuranceUserCodeAsync(InsuranceUserCode first, CancellationToken ct);
}

/// <summary>How an insurance user is found.</summary>
internal static class InsuranceUserLookUp
{
    /// <summary>The insurance user with a code as typed; null when there is none.</summary>
    public static async Task<InsuranceUser?> FindAsync(this IInsuranceUsersDb db, string? typed, CancellationToken ct) =>
        InsuranceUserCode.Read(typed) is { } code ? await db.InsuranceUsers.SingleOrDefaultAsync(u => u.Code == code, ct) : null;
}
