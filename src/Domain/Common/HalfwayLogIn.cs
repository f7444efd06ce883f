namespace NexiPortal.Domain.Common;

/// <summary>
/// A login between the right password and the right code. It is no session: it opens nothing but the page that asks for the code,
/// for ten minutes, and for one code.
/// </summary>
public sealed class HalfwayLogIn : AggregateRoot
{
    /// <summary>How long the code is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private HalfwayLogIn()
    {
    }

    /// <summary>Who entered the password.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>The owner's access then: what ends sessions ends this too.</summary>
    public int AccessVersion { get; private init; }

    /// <summary>When the password was entered.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it led into a session, or was ended by wrong codes.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The right password was entered; the code is asked next.</summary>
    public static HalfwayLogIn Start(Guid ownerId, int accessVersion, DateTimeOffset now) => new() { OwnerId = ownerId, AccessVersion = accessVersion, StartedAt = now };

    /// <summary>Whether a code is still waited for.</summary>
    public bool WaitsAt(DateTimeOffset now) => EndedAt is null && now < StartedAt + Patience;

    /// <summary>Ends it: it is used up.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
