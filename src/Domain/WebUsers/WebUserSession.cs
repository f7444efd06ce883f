namespace NexiPortal.Domain.WebUsers;

/// <summary>A session of a Web user. Idle time lives in the cookie; this row only ends it, bounds it, and tells later when and with what somebody logged in (⑰).</summary>
public sealed class WebUserSession
{
    /// <summary>Most characters kept of the browser.</summary>
    public const int MaxBrowserLength = 60;

    private WebUserSession()
    {
    }

    /// <summary>Identity, carried by the cookie.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whose it is: a <see cref="WebUser"/>.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>The owner's access when it began; see <see cref="WebUser.AccessVersion"/>.</summary>
    public int AccessVersion { get; private init; }

    /// <summary>When the password was entered.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>What the person looked through: the browser and the system, in a few words; empty when unknown.</summary>
    public string Browser { get; private init; } = "";

    /// <summary>When it was ended by ログアウト.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it still holds for its owner.</summary>
    public bool IsLiveAt(WebUser owner, DateTimeOffset now, TimeSpan longest) =>
        EndedAt is null && now < StartedAt + longest && AccessVersion == owner.AccessVersion && owner.State == WebUserState.Active;

    /// <summary>Ends it; a copied cookie is worth nothing from now on.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>What is kept of a browser's name.</summary>
    public static string Kept(string browser) => browser.Length > MaxBrowserLength ? browser[..MaxBrowserLength] : browser;

    internal static WebUserSession Start(WebUser owner, string browser, DateTimeOffset now) =>
        new() { OwnerId = owner.Id, AccessVersion = owner.AccessVersion, Browser = Kept(browser), StartedAt = now };
}
