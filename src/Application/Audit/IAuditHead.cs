namespace NexiPortal.Application.Audit;

/// <summary>How far the chain had come, kept outside the database, so that entries taken off its end are missed too.</summary>
public interface IAuditHead
{
    /// <summary>Place of the newest entry known to have been sealed; 0 when none is.</summary>
    Task<long> ReadAsync(CancellationToken ct);

    /// <summary>Keeps the place of an entry just sealed, unless a later one is known.</summary>
    Task KeepAsync(long sequence, CancellationToken ct);
}
