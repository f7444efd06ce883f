using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Tells the WebUsers module the 受付番号 of cases.</summary>
internal sealed class CaseNumbers(IRegistrationDb db) : ICaseNumbers
{
    public async Task<IReadOnlyDictionary<Guid, ApplicationNumber>> OfAsync(IReadOnlyCollection<Guid> applicationIds, CancellationToken ct) =>
        await db.Applications.Where(a => applicationIds.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, ct);
}
