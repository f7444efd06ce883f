using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>Tells the InsuranceUsers module who the Web users of an insurance user are.</summary>
internal sealed class WebUsersOf(IWebUsersDb db, OneTimeCodes codes) : IWebUsersOf
{
    public async Task<IReadOnlyList<WebUserOf>> ListAsync(Guid insuranceUserId, CancellationToken ct)
    {
        var of = db.WebUsers.Where(u => u.InsuranceUserId == insuranceUserId);
        var users = await of.AsNoTracking().ToListAsync(ct);
        var letters = (await of.Join(db.Notices, u => u.Id, n => n.AdministratorId, (_, notice) => notice).AsNoTracking().ToListAsync(ct))
            .OrderByDescending(n => n.Issue).ToLookup(n => n.AdministratorId, n => new LetterOf(n.Issue, n.Version, n.State, n.IsOpen, n.SentOn));
        var asked = await codes.FindAskedAsync([.. users.Select(u => u.Id)], ct);
        return
        [
            .. users.OrderBy(u => u.State == WebUserState.Ended).ThenBy(u => u.Role).ThenBy(u => u.Slot).ThenByDescending(u => u.StateSince)
                .Select(u => new WebUserOf(u.Version, u.UserId, u.Role, u.Details, u.State, u.StateSince, asked.Contains(u.Id), [.. letters[u.Id]])),
        ];
    }

    public Task<Guid?> FindAsync(WebUserId userId, CancellationToken ct) =>
        db.WebUsers.Where(u => u.UserId == userId).Select(u => (Guid?)u.InsuranceUserId).SingleOrDefaultAsync(ct);

    public Task<bool> HasAdministratorAsync(Guid insuranceUserId, CancellationToken ct) => db.AdministratorsOf(insuranceUserId).AnyAsync(ct);
}
