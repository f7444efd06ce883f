using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Staff;

/// <summary>ワンタイムパスワードを解除する: a supervisor ends it for a member of staff whose phone is lost; the member can set up another.</summary>
public static class ReleaseStaffOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="By">The supervisor.</param>
    /// <param name="StaffId">Whom.</param>
    /// <param name="Version">Version the page showed.</param>
    public sealed record Command(Guid By, string StaffId, int Version) : IRequest<Result>;

    internal sealed class Handler(IStaffDb db, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var taken = await db.TakeUpAsync(request.By, request.StaffId, request.Version, cancellationToken);
            if (!taken.Succeeded) return Result.Refuse(taken.Errors);
            var (by, member) = taken.Value;
            if (member.RefusalFor(by) is { } refusal) return refusal;
            if (await codes.FindAsync(member.Id, cancellationToken) is not { } owned) return new Error(OneTimePasswordErrors.NotInUse);
            var done = owned.SwitchOff(clock.Now());
            if (!done.Succeeded) return done;
            await codes.LiftAsync(StaffMembers.Audience, member.StaffId.Value, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
