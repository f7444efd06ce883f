namespace NexiPortal.Domain.Common;

/// <summary>Something that happened, told to every module in the same transaction and kept in the audit trail.</summary>
public interface IDomainEvent
{
    /// <summary>When it happened.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>The aggregate it happened to.</summary>
    Guid SubjectId { get; }
}

/// <summary>An aggregate: changed only through its verbs, saved whole, guarded against two writers at once.</summary>
public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> _events = [];

    /// <summary>Identity within the database; never shown to anybody.</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Counts the saved changes; a writer who read an earlier version is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>What happened since the aggregate was loaded and has not been told yet.</summary>
    public IReadOnlyList<IDomainEvent> Events => _events;

    /// <summary>Hands over what happened; each event is handed over once.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        IDomainEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    /// <summary>Called once by the unit of work for each save that changes the aggregate.</summary>
    public void CountChange() => Version++;

    /// <summary>Notes that something happened.</summary>
    protected void Raise(IDomainEvent happened) => _events.Add(happened);
}
