using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>At the start: Development gets its staff with the public password; anywhere else their presence refuses the start.</summary>
public static class SettleDevelopmentStaff
{
    private const string PublicPassword = "Develop-Only-1";

    private static readonly (string Id, string Name, StaffRoles Roles)[] Everybody =
    [
        ("clerk", "受付 太郎", StaffRoles.Clerk),
        ("clerk2", "受付 花子", StaffRoles.Clerk),
        ("approver", "承認 一郎", StaffRoles.Approver),
        ("supervisor", "管理 京子", StaffRoles.Supervisor),
        ("auditor", "監査 誠", StaffRoles.Auditor),
    ];

    /// <summary>The request.</summary>
    /// <param name="IsDevelopment">Whether this is Development.</param>
    public sealed record Command(bool IsDevelopment) : IRequest<Result>;

    internal sealed class Handler(IStaffDb db, IPasswordHasher hasher, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!request.IsDevelopment)
                return await db.StaffMembers.AnyAsync(m => m.Credential.IsForDevelopment, cancellationToken) ? new Error(StaffErrors.DevelopmentStaffPresent) : Result.Done;

            var now = clock.Now();
            var present = await db.StaffMembers.Select(m => m.StaffId).ToListAsync(cancellationToken);
            foreach (var (id, name, roles) in Everybody.Where(person => present.TrueForAll(id => id.Value != person.Id)))
                db.StaffMembers.Add(StaffMember.Add(null, StaffId.Read(id)!, name, roles, Credential.ForDevelopment(hasher.Hash(PublicPassword), now), now).Value);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
