using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Staff;

/// <summary>再開する: a supervisor lets a suspended member of staff in again.</summary>
public static class ResumeStaffMember
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
            var resumed = taken.Value.Member.Resume(taken.Value.By, clock.Now());
            return resumed.Succeeded ? await db.SaveAsync(cancellationToken) : resumed;
        }
    }
}
