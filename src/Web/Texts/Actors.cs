using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Texts;

/// <summary>How the back office names who did something.</summary>
public static class Actors
{
    /// <summary>受付 太郎(clerk) for a member of staff, the ID alone where nobody knows the name.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="names">氏名 of the staff.</param>
    public static string Of(Actor actor, IReadOnlyDictionary<Actor, string> names) =>
        actor.StaffId is { } id ? names.TryGetValue(actor, out var name) ? $"{name}({id})" : id
        : actor.IsRegistrant ? "お客様"
        : "システム";

    /// <summary>職員ID of a member of staff.</summary>
    public static string Name(Actor actor) => actor.StaffId ?? actor.Name;

    /// <summary>The same, of an actor's name as it is kept.</summary>
    public static string Name(string actor) => Name(new Actor(actor));
}
