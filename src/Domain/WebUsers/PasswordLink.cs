using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.WebUsers;

/// <summary>What a link to set a password is for.</summary>
public enum PasswordLinkPurpose
{
    /// <summary>A new applicant sets the first password (M17).</summary>
    Invitation,

    /// <summary>パスワードを初期化する: the administrator voided the password (M18).</summary>
    Reset,

    /// <summary>パスワードをお忘れの方: the applicant asked for it (M18).</summary>
    Forgotten,
}

/// <summary>The URL of M17 and M18: lets one applicant set a password, once. Whatever ends the applicant's sessions ends it too, and so does the next link.</summary>
public sealed class PasswordLink : AggregateRoot
{
    private PasswordLink()
    {
    }

    /// <summary>Digest of the token in the URL.</summary>
    public byte[] TokenDigest { get; private init; } = [];

    /// <summary>Whose password it sets: a <see cref="WebUser"/>.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>The owner's access when it was issued; see <see cref="WebUser.AccessVersion"/>.</summary>
    public int AccessVersion { get; private init; }

    /// <summary>What it is for.</summary>
    public PasswordLinkPurpose Purpose { get; private init; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>From this instant on it sets nothing.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When another link took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>A new link; the earlier ones are to be replaced.</summary>
    public static PasswordLink Issue(WebUser owner, PasswordLinkPurpose purpose, LinkToken token, WebUserPolicy policy, DateTimeOffset now)
    {
        var link = new PasswordLink
        {
            TokenDigest = token.Digest,
            OwnerId = owner.Id,
            AccessVersion = owner.AccessVersion,
            Purpose = purpose,
            IssuedAt = now,
            ExpiresAt = now + policy.LifetimeOf(purpose),
        };
        link.Raise(new PasswordLinkIssued(owner.Id, owner.UserId, owner.Details.MailAddress, purpose, token, link.ExpiresAt, now));
        return link;
    }

    /// <summary>Another link takes its place.</summary>
    public void Replace(DateTimeOffset now) => ReplacedAt ??= now;

    /// <summary>Whether its time has passed.</summary>
    public bool HasExpiredAt(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>Whether it was used, replaced, or ended with the owner's access.</summary>
    public bool HasEndedFor(WebUser owner) => ReplacedAt is not null || AccessVersion != owner.AccessVersion || owner.State != WebUserState.Active;
}
