namespace NexiPortal.Domain.Registration;

/// <summary>
/// A registrant's session after 認証する (⑧), or after opening M20's URL. Idle time lives in the cookie; this row only ends it, and bounds it to half a day.
/// </summary>
public sealed class RegistrantSession
{
    private RegistrantSession()
    {
    }

    /// <summary>Identity, carried by the cookie.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The link whose password was entered; for M20's URL the one the case was submitted with.</summary>
    public Guid LinkId { get; private init; }

    /// <summary>Whether it came by M20's URL and only shows the case: it holds whatever became of the link.</summary>
    public bool ShowsCaseOnly { get; private init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it was ended by 閉じる or 一時保存して終了する.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A session for a link just authenticated.</summary>
    public static RegistrantSession Start(RegistrationLink link, DateTimeOffset now) => new() { LinkId = link.Id, StartedAt = now };

    /// <summary>A session that shows a case (⑬). Its link is spent, so that no step of the entry is open to it.</summary>
    public static RegistrantSession StartForCase(RegistrationApplication application, DateTimeOffset now) =>
        new() { LinkId = application.LinkId, ShowsCaseOnly = true, StartedAt = now };

    /// <summary>Whether it still holds.</summary>
    public bool IsLiveAt(DateTimeOffset now, TimeSpan longest) => EndedAt is null && now < StartedAt + longest;

    /// <summary>Ends it; a copied cookie is worth nothing from now on.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
