namespace NexiPortal.Application.Audit;

/// <summary>Records what changes nothing and must be known all the same: refusals, and looks at personal data. Changes are recorded by their events.</summary>
public interface IAuditTrail
{
    /// <summary>Writes one entry in a transaction of its own; not to be called while another one is open.</summary>
    /// <param name="action">What happened: a name without personal data.</param>
    /// <param name="subjectId">What it happened to.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    Task RecordAsync(string action, Guid subjectId, DateTimeOffset now, CancellationToken ct) => RecordAsync(action, [subjectId], now, ct);

    /// <summary>Writes an entry for each of several that it happened to.</summary>
    Task RecordAsync(string action, IReadOnlyCollection<Guid> subjectIds, DateTimeOffset now, CancellationToken ct);
}
