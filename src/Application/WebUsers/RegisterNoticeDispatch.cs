using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>発送を登録する: the case's letter has gone out. One that nobody confirmed as printed cannot have.</summary>
internal sealed class RegisterNoticeDispatch(IWebUsersDb db) : IDomainEventHandler<NoticeDispatched>
{
    public async Task<Result> HandleAsync(NoticeDispatched happened, CancellationToken ct)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.ApplicationId == happened.SubjectId && n.State == NoticeState.ToDispatch, ct);
        return notice is null ? new Error(WebUserErrors.NoticeNotPrinted) : notice.RegisterDispatch(happened.SentOn, happened.TrackingNumber, happened.OccurredAt);
    }
}
