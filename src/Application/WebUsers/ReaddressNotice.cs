using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>The registered data were corrected: a letter that has not gone out goes to the new address.</summary>
internal sealed class ReaddressNotice(IWebUsersDb db) : IDomainEventHandler<InsuranceUserCorrected>
{
    public async Task<Result> HandleAsync(InsuranceUserCorrected happened, CancellationToken ct)
    {
        if (await db.AdministratorsOf(happened.InsuranceUserId).SingleOrDefaultAsync(ct) is { } administrator)
            (await db.LastNoticeAsync(administrator.Id, ct)).Readdress(happened.LetterAddress);
        return Result.Done;
    }
}
