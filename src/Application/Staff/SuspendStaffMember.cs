using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Staff;

/// <summary>停止する: a supervisor shuts a member of staff out; the member's sessions end at their next request.</summary>
public static class SuspendStaffMember
{
    /// <summary>The request.</summary>
    /// <param name="By">The supervisor.</param>
    /// <param name="StaffId">Whom.</param>
    /// <param name="Version">Version the page showed.</param>
    public sealed record Command(Guid By, string StaffId, int Version) : IRequest<Result>;

    internal sealed class Handler(IStaffDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var taken = await db.TakeUpAsync(request.By, request.StaffId, request.Version, cancellationToken);
            if (!taken.Succeeded) return taken;
            var suspended = taken.Value.Member.Suspend(taken.Value.By, clock.Now());
            return suspended.Succeeded ? await db.SaveAsync(cancellationToken) : suspended;
        }
    }
}
