using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>The tables of the Staff module.</summary>
public interface IStaffDb : IUnitOfWork
{
    /// <summary>職員.</summary>
    DbSet<StaffMember> StaffMembers { get; }

    /// <summary>Their sessions.</summary>
    DbSet<StaffSession> StaffSessions { get; }
}

/// <summary>How the use cases of the module find staff.</summary>
internal static class StaffMembers
{
    /// <summary>Whose tries of passwords are counted together.</summary>
    public const string Audience = "staff";

    /// <summary>The member with a 職員ID as typed; null when there is none.</summary>
    public static Task<StaffMember?> FindAsync(this IStaffDb db, string staffId, CancellationToken ct)
    {
        var id = StaffId.Read(staffId);
        return db.StaffMembers.SingleOrDefaultAsync(m => m.StaffId == id, ct);
    }

    /// <summary>
    /// A supervisor and the member to be changed, as the page showed it. Access changes one at a time: of two supervisors who suspend
    /// each other at once the second finds oneself suspended.
    /// </summary>
    public static async Task<Result<(StaffMember By, StaffMember Member)>> TakeUpAsync(this IStaffDb db, Guid by, string staffId, int version, CancellationToken ct)
    {
        await db.TakeTurnAsync(Audience, ct);
        var supervisor = await db.StaffMembers.SingleAsync(m => m.Id == by, ct);
        var member = await db.FindAsync(staffId, ct);
        return member is null ? new Error(StaffErrors.Unknown)
            : member.Version != version ? new Error(StaffErrors.ChangedMeanwhile)
            : (supervisor, member);
    }
}
