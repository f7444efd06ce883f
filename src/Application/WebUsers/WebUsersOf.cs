using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>Tells the InsuranceUsers module who the Web users of an insurance user are.</summary>
internal sealed class WebUsersOf(IWebUsersDb db) : IWebUsersOf
{
    public async Task<IReadOnlyList<WebUserOf>> ListAsync(Guid insuranceUserId, CancellationToken ct)
    {
        var users = await db.WebUsers.Where(u => u.InsuranceUserId == insuranceUserId)
            .Select(u => new
            {
                User = u,
                Letter = db.Notices.Where(n => n.AdministratorId == u.Id).OrderByDescending(n => n.Issue).Select(n => (NoticeState?)n.State).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        return
        [
            .. users.OrderBy(u => u.User.State == WebUserState.Ended).ThenBy(u => u.User.Role).ThenBy(u => u.User.Slot).ThenByDescending(u => u.User.StateSince)
                .Select(u => new WebUserOf(u.User.UserId, u.User.Role, u.User.Details, u.User.State, u.User.StateSince, u.Letter)),
        ];
    }

    public Task<bool> HasAdministratorAsync(Guid insuranceUserId, CancellationToken ct) => db.AdministratorsOf(insuranceUserId).AnyAsync(ct);
}
