namespace NexiPortal.Domain.Staff;

/// <summary>A session of a member of staff. Idle time lives in the cookie; this row only ends it, and bounds it.</summary>
public sealed class StaffSession
{
    private StaffSession()
    {
    }

    /// <summary>Identity, carried by the cookie.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid MemberId { get; private init; }

    /// <summary>The member's access when it began; see <see cref="StaffMember.AccessVersion"/>.</summary>
    public int AccessVersion { get; private init; }

    /// <summary>When the password was entered.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it was ended by ログアウト.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it still holds for its member.</summary>
    public bool IsLiveAt(StaffMember member, DateTimeOffset now, TimeSpan longest) =>
        EndedAt is null && now < StartedAt + longest && AccessVersion == member.AccessVersion && !member.IsSuspended;

    /// <summary>Ends it; a copied cookie is worth nothing from now on.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;

    internal static StaffSession Start(StaffMember member, DateTimeOffset now) =>
        new() { MemberId = member.Id, AccessVersion = member.AccessVersion, StartedAt = now };
}
