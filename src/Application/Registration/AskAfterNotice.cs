using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Registration;

/// <summary>Nobody has logged in with the letter of a case: its registrant, at the address of ⑤, is asked whether it arrived (M14).</summary>
internal sealed class AskAfterNotice(IRegistrationDb db) : IDomainEventHandler<RegistrationNoticeUnanswered>
{
    public async Task<Result> HandleAsync(RegistrationNoticeUnanswered happened, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.ApplicationId, ct);
        application.AskAfterNotice(happened.SentOn, happened.TrackingNumber, happened.UsableUntil, happened.OccurredAt);
        return Result.Done;
    }
}
