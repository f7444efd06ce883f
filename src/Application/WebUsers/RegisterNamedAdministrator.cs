using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>承認する: whom the application names becomes the administrator, and the letter waits to be printed. Where there is an administrator the approval is refused.</summary>
internal sealed class RegisterNamedAdministrator(IWebUsersDb db) : IDomainEventHandler<AdministratorNamed>
{
    public async Task<Result> HandleAsync(AdministratorNamed happened, CancellationToken ct)
    {
        // Asked kindly; the index says it for good when two approvals come at once.
        if (await db.AdministratorsOf(happened.InsuranceUserId).AnyAsync(ct)) return new Error(WebUserErrors.AdministratorExists);
        var (applicationId, details, wish) = happened.Administrator;
        await db.AddAdministratorAsync(happened.InsuranceUserId, details, wish, applicationId, happened.LetterAddress, happened.OccurredAt, ct);
        return Result.Done;
    }
}
