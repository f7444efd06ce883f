using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Tells the WebUsers module of the insurance user a Web user belongs to.</summary>
internal sealed class InsuranceUserOf(IInsuranceUsersDb db) : IInsuranceUserOf
{
    public Task<bool> IsSuspendedAsync(Guid insuranceUserId, CancellationToken ct) => db.InsuranceUsers.AnyAsync(u => u.Id == insuranceUserId && u.IsSuspended, ct);

    public async Task<IReadOnlyCollection<Guid>> SuspendedAsync(CancellationToken ct) => await db.InsuranceUsers.Where(u => u.IsSuspended).Select(u => u.Id).ToListAsync(ct);

    public async Task<OwnInsuranceUser> ShowAsync(Guid insuranceUserId, CancellationToken ct)
    {
        var user = await db.InsuranceUsers.AsNoTracking().SingleAsync(u => u.Id == insuranceUserId, ct);
        var fields = RegisteredFields.For(RegisteredFields.TypeOf(user.HeadOfficeCode is not null));
        return new(user.Code, $"{user.Details.CompanyName}　{user.Details.BranchName}".TrimEnd('　'), ApplicationEntry.Rows(fields, user.Details.ToValues(user.HeadOfficeCode)));
    }
}
