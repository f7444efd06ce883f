using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Tells the WebUsers module the codes of insurance users.</summary>
internal sealed class InsuranceUserCodes(IInsuranceUsersDb db) : IInsuranceUserCodes
{
    public async Task<IReadOnlyDictionary<Guid, InsuranceUserCode>> OfAsync(IReadOnlyCollection<Guid> insuranceUserIds, CancellationToken ct) =>
        await db.InsuranceUsers.Where(u => insuranceUserIds.Contains(u.Id)).Select(u => new { u.Id, u.Code }).ToDictionaryAsync(u => u.Id, u => u.Code, ct);
}
