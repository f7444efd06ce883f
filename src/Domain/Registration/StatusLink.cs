using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>
/// The URL of M20 (⑧b): for some minutes it shows one case (⑬) to whoever reads the mailbox of ⑤, as often as it is opened.
/// It asks for no password, and lets nobody change what was entered.
/// </summary>
public sealed class StatusLink : AggregateRoot
{
    private StatusLink()
    {
    }

    /// <summary>Digest of the token in the URL.</summary>
    public byte[] TokenDigest { get; private init; } = [];

    /// <summary>The case it shows.</summary>
    public Guid ApplicationId { get; private init; }

    /// <summary>From this instant on it shows nothing.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>⑧b: a new link to a case.</summary>
    public static StatusLink Issue(RegistrationApplication application, LinkToken token, RegistrationPolicy policy, DateTimeOffset now)
    {
        var link = new StatusLink { TokenDigest = token.Digest, ApplicationId = application.Id, ExpiresAt = now.AddMinutes(policy.StatusLinkMinutes) };
        link.Raise(new StatusLinkIssued(application.Case, token, link.ExpiresAt, now));
        return link;
    }

    /// <summary>Whether it still shows the case.</summary>
    public bool IsLiveAt(DateTimeOffset now) => now < ExpiresAt;

    /// <summary>The button behind the link: a session that shows the case.</summary>
    public RegistrantSession Open(RegistrationApplication application, DateTimeOffset now)
    {
        Raise(new StatusLinkOpened(ApplicationId, now));
        return RegistrantSession.StartForCase(application, now);
    }
}
