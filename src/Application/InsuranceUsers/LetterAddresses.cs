using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Tells the WebUsers module where letters to an insurance user go.</summary>
internal sealed class LetterAddresses(IInsuranceUsersDb db) : ILetterAddresses
{
    public async Task<LetterAddress> OfAsync(Guid insuranceUserId, CancellationToken ct) =>
        (await db.InsuranceUsers.SingleAsync(u => u.Id == insuranceUserId, ct)).LetterAddress;

    public async Task<Error?> RefusalAsync(Guid insuranceUserId, CancellationToken ct) =>
        (await db.InsuranceUsers.SingleAsync(u => u.Id == insuranceUserId, ct)).RefusalOfAdministrators;
}
