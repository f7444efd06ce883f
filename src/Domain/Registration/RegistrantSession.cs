namespace NexiPortal.Domain.Registration;

/// <summary>
/// A registrant's session after 認証する (⑧). Idle time lives in the cookie; this row only ends it, and bounds it to half a day.
/// </summary>
public sealed class RegistrantSession
{
    private RegistrantSession()
    {
    }

    /// <summary>Identity, carried by the cookie.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The link whose password was entered.</summary>
    public Guid LinkId { get; private init; }

    /// <summary>When the password was entered.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it was ended by 閉じる or 一時保存して終了する.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A session for a link just authenticated.</summary>
    public static RegistrantSession Start(RegistrationLink link, DateTimeOffset now) => new() { LinkId = link.Id, StartedAt = now };

    /// <summary>Whether it still holds.</summary>
    public bool IsLiveAt(DateTimeOffset now, TimeSpan longest) => EndedAt is null && now < StartedAt + longest;

    /// <summary>Ends it; a copied cookie is worth nothing from now on.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
