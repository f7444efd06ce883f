using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>Web users as those who log in.</summary>
internal sealed class WebUserPasswords(IWebUsersDb db) : IPasswordOwners
{
    public async Task<PasswordOwner?> FindAsync(Guid id, CancellationToken ct) =>
        await db.WebUsers.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct) is { } user
            ? new(WebUserLookUp.Audience, user.UserId.Value, user.Credential?.PasswordHash, user.Details.MailAddress)
            : null;

    public async Task RefusePasswordAsync(Guid id, DateTimeOffset now, CancellationToken ct) => (await db.WebUsers.SingleAsync(u => u.Id == id, ct)).RefusePassword(now);
}
