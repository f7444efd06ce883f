using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;

namespace NexiPortal.Application.Staff;

/// <summary>Members of staff as those who log in; the portal knows no mail address of theirs.</summary>
internal sealed class StaffPasswords(IStaffDb db) : IPasswordOwners
{
    public async Task<PasswordOwner?> FindAsync(Guid id, CancellationToken ct) =>
        await db.StaffMembers.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is { } member
            ? new(StaffMembers.Audience, member.StaffId.Value, member.Credential.PasswordHash, null)
            : null;

    public async Task RefusePasswordAsync(Guid id, DateTimeOffset now, CancellationToken ct) => (await db.StaffMembers.SingleAsync(m => m.Id == id, ct)).RefusePassword(now);
}
