using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>What was done to a Web user, as the audit trail has it.</summary>
public interface IAuditedActs
{
    /// <summary>Some kinds of acts on a Web user, the latest first.</summary>
    /// <param name="webUserId">The Web user.</param>
    /// <param name="actions">The names of the events asked for.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<IReadOnlyList<AuditedAct>> ListAsync(Guid webUserId, IReadOnlyCollection<string> actions, int most, CancellationToken ct);
}

/// <summary>Something that was done.</summary>
/// <param name="Action">What: the name of the event.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record AuditedAct(string Action, Actor By, DateTimeOffset At);
