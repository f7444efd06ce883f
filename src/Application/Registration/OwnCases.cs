using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Tells the WebUsers module the cases of an insurance user.</summary>
internal sealed class OwnCases(IRegistrationDb db) : IOwnCases
{
    public async Task<IReadOnlyList<OwnCase>> ListAsync(InsuranceUserCode code, IReadOnlyCollection<Guid> registeredBy, int most, DateTimeOffset now, CancellationToken ct)
    {
        var cases = await db.Applications.AsNoTracking()
            // Its code leads to the few that name it, its kind to a third of all. A branch's names its head office, a head office's none.
            .Where(a => registeredBy.Contains(a.Id) || (a.Keys.Code == code.Value && a.Type != ApplicationType.Branch))
            .OrderByDescending(a => a.SubmittedAt).ThenByDescending(a => a.Id).Take(most).ToListAsync(ct);
        return [.. cases.Select(a => new OwnCase(a.Number, a.Type, a.SubmittedAt, a.StateAt(now), a.ChangedAt(now)))];
    }
}
