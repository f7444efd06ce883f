namespace NexiPortal.Domain.Common;

/// <summary>
/// What a person signs in with: the hash of a password, and where the password came from. The same for staff and for Web users.
/// A new password is a new credential; of the old one nothing stays.
/// </summary>
public sealed record Credential
{
    /// <summary>Longest hash with its salt and parameters, in characters.</summary>
    public const int MaxHashLength = 200;

    private Credential()
    {
    }

    /// <summary>Slow hash of the password, its salt and parameters with it.</summary>
    public string PasswordHash { get; private init; } = "";

    /// <summary>When the password was set.</summary>
    public DateTimeOffset SetAt { get; private init; }

    /// <summary>Last second in which an initial password can be used; null for a password its owner chose.</summary>
    public DateTimeOffset? InitialUntil { get; private init; }

    /// <summary>Whether the password is the public one of the development staff.</summary>
    public bool IsForDevelopment { get; private init; }

    /// <summary>Whether its owner must choose a password before anything else (⑯).</summary>
    public bool MustChange => InitialUntil is not null;

    /// <summary>A password the portal made for somebody; it must be used within its days, and changed at once.</summary>
    public static Credential Initial(string hash, CredentialPolicy policy, DateTimeOffset now) =>
        new() { PasswordHash = hash, SetAt = now, InitialUntil = JapanTime.EndOfDayAfter(now, policy.InitialPasswordDays) };

    /// <summary>A password its owner chose.</summary>
    public static Credential Chosen(string hash, DateTimeOffset now) => new() { PasswordHash = hash, SetAt = now };

    /// <summary>The public password of the development staff; marked, so that no other environment starts with it.</summary>
    public static Credential ForDevelopment(string hash, DateTimeOffset now) => new() { PasswordHash = hash, SetAt = now, IsForDevelopment = true };

    /// <summary>The same password, hashed with today's parameters.</summary>
    public Credential HashedAnew(string hash) => this with { PasswordHash = hash };

    /// <summary>Whether an initial password was not used in time.</summary>
    public bool HasExpiredAt(DateTimeOffset now) => InitialUntil is { } until && JapanTime.IsPast(until, now);
}
