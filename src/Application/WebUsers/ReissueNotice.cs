using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>Staff have another letter printed for an administrator: its initial password voids the one before.</summary>
public static class ReissueNotice
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID of the administrator.</param>
    /// <param name="Issue">Which letter the page showed as the last one.</param>
    /// <param name="Version">Version of that letter: one printed or reissued since is in somebody's hands, and is not voided unseen.</param>
    public sealed record Command(string UserId, int Issue, int Version) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, ILetterAddresses addresses, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.FindAdministratorAsync(request.UserId, cancellationToken);
            if (!found.Succeeded) return found;
            if (found.Value.State != WebUserState.Active) return new Error(WebUserErrors.NotActive);
            if (await addresses.RefusalAsync(found.Value.InsuranceUserId, cancellationToken) is { } refused) return refused;
            var last = await db.LastNoticeAsync(found.Value.Id, cancellationToken);
            if ((last.Issue, last.Version) != (request.Issue, request.Version)) return new Error(WebUserErrors.NoticeChangedMeanwhile);
            db.Notices.Add(last.Reissue(last.AwaitedBy, await addresses.OfAsync(found.Value.InsuranceUserId, cancellationToken), clock.Now()));
            return await db.SaveAsync(cancellationToken);
        }
    }
}
