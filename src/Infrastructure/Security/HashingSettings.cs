namespace NexiPortal.Infrastructure.Security;

/// <summary>What one password hash costs, and how many are made at once; each is a setting with the default given here.</summary>
public sealed record HashingSettings
{
    /// <summary>Mebibytes of memory one hash takes; never fewer than 12.</summary>
    public int MemoryMiB { get; init; } = 12;

    /// <summary>Passes over that memory; never fewer than 3.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>Requests that may hash at once: as many as there are processors.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Requests that may wait for their turn; beyond that they are told 「混み合っています」.</summary>
    public int Waiting { get; init; } = 20;
}
