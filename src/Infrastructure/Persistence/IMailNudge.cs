namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Told after a commit that queued mail.</summary>
internal interface IMailNudge
{
    /// <summary>Mail is waiting.</summary>
    void Nudge();
}
