using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>Reacts to what happened, before commit and in the same transaction; it changes state only. A refusal refuses the whole command.</summary>
/// <typeparam name="TEvent">What happened.</typeparam>
public interface IDomainEventHandler<in TEvent> where TEvent : IDomainEvent
{
    /// <summary>Reacts.</summary>
    Task<Result> HandleAsync(TEvent happened, CancellationToken ct);
}

/// <summary>The unit of work behind every module's interface: one transaction for a command and everything that follows from it.</summary>
public interface IUnitOfWork
{
    /// <summary>Tells the events until all is quiet, writes, commits. Refused when an event's handler refuses; then nothing is written.</summary>
    /// <exception cref="ConcurrencyConflictException">Another writer was faster.</exception>
    Task<Result> SaveAsync(CancellationToken ct);

    /// <summary>
    /// Opens the transaction now and lets nobody else with the same turn in before it ends (by saving or forgetting): what is read afterwards
    /// stays true until it is written. For rules over several rows, and for rows that many write at once.
    /// </summary>
    Task TakeTurnAsync(string turn, CancellationToken ct);

    /// <summary>
    /// Tells the events and writes like <see cref="SaveAsync"/>, commits nothing yet and forgets what was written, so that a great many rows can be
    /// written as one transaction without being held in memory. Saving commits them all.
    /// </summary>
    Task<Result> WriteAsync(CancellationToken ct);

    /// <summary>Forgets everything loaded and not saved, for another try.</summary>
    Task ForgetAsync();
}

/// <summary>Another writer changed the same aggregate, or took the same unique value, first.</summary>
public sealed class ConcurrencyConflictException(Exception inner) : Exception("Another writer was faster.", inner);

/// <summary>Reads the clock the way instants are stored: in UTC, whole milliseconds.</summary>
public static class Clock
{
    /// <summary>The present instant.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
