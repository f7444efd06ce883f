using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>返戻を登録する: the case's letter came back; another, with another password, is to be printed.</summary>
internal sealed class ReissueReturnedNotice(IWebUsersDb db, ILetterAddresses addresses) : IDomainEventHandler<NoticeReturned>
{
    public async Task<Result> HandleAsync(NoticeReturned happened, CancellationToken ct)
    {
        var returned = await db.Notices.SingleAsync(n => n.ApplicationId == happened.SubjectId && n.State == NoticeState.Dispatched, ct);
        returned.RegisterReturn();
        var recipient = await db.WebUsers.SingleAsync(u => u.Id == returned.AdministratorId, ct);
        // Another person may have taken the recipient's place since; the case then waits for that one's letter.
        var administrator = await db.AdministratorsOf(recipient.InsuranceUserId).SingleAsync(ct);
        var last = await db.LastNoticeAsync(administrator.Id, ct);
        db.Notices.Add(last.Reissue(happened.SubjectId, await addresses.OfAsync(recipient.InsuranceUserId, ct), happened.OccurredAt));
        return Result.Done;
    }
}
