using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>Who the members of staff are that acted on a case; the Staff module knows.</summary>
public interface IStaffNames
{
    /// <summary>氏名 of those among the given who are of the staff.</summary>
    Task<IReadOnlyDictionary<Actor, string>> OfAsync(IReadOnlyCollection<Actor> actors, CancellationToken ct);
}
