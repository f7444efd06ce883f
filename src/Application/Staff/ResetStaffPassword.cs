using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>パスワードを初期化する: a supervisor gives a member of staff a new initial password; pauses after wrong ones end with it.</summary>
public static class ResetStaffPassword
{
    /// <summary>The request.</summary>
    /// <param name="By">The supervisor.</param>
    /// <param name="StaffId">Whom.</param>
    /// <param name="Version">Version the page showed: the same button pressed twice makes one password.</param>
    public sealed record Command(Guid By, string StaffId, int Version) : IRequest<Result<IssuedPassword>>;

    internal sealed class Handler(IStaffDb db, PasswordGuard guard, IPasswordHasher hasher, CredentialPolicy policy, TimeProvider clock)
        : IRequestHandler<Command, Result<IssuedPassword>>
    {
        public async Task<Result<IssuedPassword>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (StaffId.Read(request.StaffId) is not { } id) return new Error(StaffErrors.Unknown);
            var (password, credential) = IssuedPassword.Make(id, hasher, policy, now);
            var taken = await db.TakeUpAsync(request.By, id.Value, request.Version, cancellationToken);
            if (!taken.Succeeded) return Result<IssuedPassword>.Refuse(taken.Errors);

            var reset = taken.Value.Member.Reset(taken.Value.By, credential, now);
            if (!reset.Succeeded) return Result<IssuedPassword>.Refuse(reset.Errors);
            await guard.LiftAsync(StaffMembers.Audience, id.Value, cancellationToken);
            await db.SaveAsync(cancellationToken);
            return new IssuedPassword(id, password, credential.InitialUntil!.Value);
        }
    }
}
