namespace NexiPortal.Domain.Common;

/// <summary>Who does something: a registrant by the link, a member of staff by ID, or the clock. Without personal data.</summary>
/// <param name="Name">As it stands in the audit trail and in a case's history.</param>
public sealed record Actor(string Name)
{
    private const string StaffPrefix = "staff:";
    private const string WebUserPrefix = "webuser:";
    private const string RegistrantPrefix = "registrant:";

    /// <summary>The portal itself: scheduled work, or what the clock brings about.</summary>
    public static readonly Actor System = new("system");

    /// <summary>Somebody who has not entered yet.</summary>
    public static readonly Actor Visitor = new("visitor");

    /// <summary>The registrant who entered with a link.</summary>
    public static Actor Registrant(Guid linkId) => new($"{RegistrantPrefix}{linkId:N}");

    /// <summary>A member of staff.</summary>
    /// <param name="staffId">職員ID.</param>
    public static Actor Staff(string staffId) => new(StaffPrefix + staffId);

    /// <summary>A Web user.</summary>
    /// <param name="userId">WebユーザーID.</param>
    public static Actor WebUser(string userId) => new(WebUserPrefix + userId);

    /// <summary>職員ID of a member of staff; null of anybody else.</summary>
    public string? StaffId => Name.StartsWith(StaffPrefix, StringComparison.Ordinal) ? Name[StaffPrefix.Length..] : null;

    /// <summary>WebユーザーID of a Web user; null of anybody else.</summary>
    public string? WebUserId => Name.StartsWith(WebUserPrefix, StringComparison.Ordinal) ? Name[WebUserPrefix.Length..] : null;

    /// <summary>Whether it is a registrant.</summary>
    public bool IsRegistrant => Name.StartsWith(RegistrantPrefix, StringComparison.Ordinal);
}
