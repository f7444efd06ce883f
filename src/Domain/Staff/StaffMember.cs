using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Staff;

/// <summary>
/// 職員: somebody who works in the back office. Supervisors see to the others and never to themselves:
/// so whoever takes a supervisor's access away is a supervisor who stays.
/// </summary>
public sealed class StaffMember : AggregateRoot
{
    /// <summary>Most characters of a name.</summary>
    public const int MaxNameLength = 50;

    private StaffMember()
    {
    }

    /// <summary>職員ID.</summary>
    public StaffId StaffId { get; private init; } = null!;

    /// <summary>氏名.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the member may do.</summary>
    public StaffRoles Roles { get; private set; }

    /// <summary>When the member was suspended; null while active.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>What the member signs in with.</summary>
    public Credential Credential { get; private set; } = null!;

    /// <summary>Counts what ends every session begun before: suspension, other roles, another password.</summary>
    public int AccessVersion { get; private set; } = 1;

    /// <summary>Whether the member may not sign in.</summary>
    public bool IsSuspended => SuspendedAt is not null;

    /// <summary>Whether the member sees to the others.</summary>
    public bool Supervises => Roles.HasFlag(StaffRoles.Supervisor) && !IsSuspended;

    /// <summary>A new member, added by a supervisor, or by the operator on the command line (null).</summary>
    public static Result<StaffMember> Add(StaffMember? by, StaffId id, string name, StaffRoles roles, Credential credential, DateTimeOffset now)
    {
        if (by is { Supervises: false }) return new Error(StaffErrors.NotSupervisor);
        var member = new StaffMember { StaffId = id, Name = name, Roles = roles, Credential = credential };
        member.Raise(new StaffMemberAdded(member.Id, now));
        return member;
    }

    /// <summary>Corrects the name.</summary>
    public Result Rename(StaffMember by, string name, DateTimeOffset now)
    {
        if (!by.Supervises) return new Error(StaffErrors.NotSupervisor);
        if (Name == name) return Result.Done;
        Name = name;
        Raise(new StaffMemberRenamed(Id, now));
        return Result.Done;
    }

    /// <summary>Gives other roles; sessions with the earlier ones end.</summary>
    public Result Assign(StaffMember by, StaffRoles roles, DateTimeOffset now)
    {
        if (Roles == roles) return Result.Done;
        if (RefusalFor(by) is { } refusal) return refusal;
        Roles = roles;
        AccessVersion++;
        Raise(new StaffRolesChanged(Id, now));
        return Result.Done;
    }

    /// <summary>停止する: the member is out at the next request.</summary>
    public Result Suspend(StaffMember by, DateTimeOffset now)
    {
        if (RefusalFor(by) is { } refusal) return refusal;
        if (IsSuspended) return Result.Done;
        SuspendedAt = now;
        AccessVersion++;
        Raise(new StaffMemberSuspended(Id, now));
        return Result.Done;
    }

    /// <summary>再開する: the member may sign in again, with the password of before.</summary>
    public Result Resume(StaffMember by, DateTimeOffset now)
    {
        if (RefusalFor(by) is { } refusal) return refusal;
        if (!IsSuspended) return Result.Done;
        SuspendedAt = null;
        Raise(new StaffMemberResumed(Id, now));
        return Result.Done;
    }

    /// <summary>パスワードを初期化する: the earlier password is worth nothing, and the member chooses another one at the next sign-in.</summary>
    public Result Reset(StaffMember by, Credential initial, DateTimeOffset now)
    {
        if (RefusalFor(by) is { } refusal) return refusal;
        Credential = initial;
        AccessVersion++;
        Raise(new StaffPasswordReset(Id, now));
        return Result.Done;
    }

    /// <summary>The right password was entered: a session begins.</summary>
    public StaffSession SignIn(DateTimeOffset now)
    {
        Raise(new StaffSignedIn(Id, now));
        return StaffSession.Start(this, now);
    }

    /// <summary>A wrong password was entered, or the right one of somebody who may not sign in.</summary>
    public void RefusePassword(DateTimeOffset now) => Raise(new StaffPasswordRefused(Id, now));

    /// <summary>Keeps the password hashed with today's parameters.</summary>
    public void Rehash(string hash) => Credential = Credential.HashedAnew(hash);

    /// <summary>パスワードを変更する: every other session ends, and a new one begins.</summary>
    public StaffSession ChangePassword(Credential chosen, DateTimeOffset now)
    {
        Credential = chosen;
        AccessVersion++;
        Raise(new StaffPasswordChanged(Id, now));
        return StaffSession.Start(this, now);
    }

    /// <summary>Why somebody may not see to the access of this member; null when it is allowed.</summary>
    public Error? RefusalFor(StaffMember by) =>
        !by.Supervises ? new(StaffErrors.NotSupervisor) : by.Id == Id ? new(StaffErrors.OwnAccess) : null;
}
