using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Texts;

/// <summary>How the back office names who did something.</summary>
public static class Actors
{
    private const string Staff = "staff:";

    /// <summary>職員ID of a member of staff.</summary>
    public static string Name(Actor actor) => Name(actor.Name);

    /// <summary>The same, of an actor's name as it is kept.</summary>
    public static string Name(string actor) => actor.StartsWith(Staff, StringComparison.Ordinal) ? actor[Staff.Length..] : actor;
}
