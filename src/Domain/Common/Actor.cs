namespace NexiPortal.Domain.Common;

/// <summary>Who does something: a registrant by the link, a member of staff by ID, or the clock. Without personal data.</summary>
/// <param name="Name">As it stands in the audit trail and in a case's history.</param>
public sealed record Actor(string Name)
{
    /// <summary>The portal itself: scheduled work, or what the clock brings about.</summary>
    public static readonly Actor System = new("system");

    /// <summary>The registrant who entered with a link.</summary>
    public static Actor Registrant(Guid linkId) => new($"registrant:{linkId:N}");
}
