using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>Tells the Registration module the names of staff.</summary>
internal sealed class StaffNames(IStaffDb db) : IStaffNames
{
    public async Task<IReadOnlyDictionary<Actor, string>> OfAsync(IReadOnlyCollection<Actor> actors, CancellationToken ct)
    {
        var ids = actors.Select(actor => StaffId.Read(actor.StaffId)).OfType<StaffId>().Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<Actor, string>();
        var members = await db.StaffMembers.Where(m => ids.Contains(m.StaffId)).Select(m => new { m.StaffId, m.Name }).ToListAsync(ct);
        return members.ToDictionary(member => Actor.Staff(member.StaffId.Value), member => member.Name);
    }
}
