using NexiPortal.Domain.Common;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Domain.Registration;

/// <summary>What the business-day clock of a case is read from: it starts when the paper arrives and stands still while the registrant is waited for.</summary>
/// <param name="ReceivedOn">The day the stamped form first arrived.</param>
/// <param name="Pauses">From a correction requested, or the entry reopened, to the arrival of what was asked for; without an end while it is awaited.</param>
/// <param name="DispatchedOn">The day the letter first went out, which ends the clock; null before.</param>
public sealed record ReviewTime(DateOnly ReceivedOn, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> Pauses, DateOnly? DispatchedOn)
{
    /// <summary>The day the paper arrived, moved on by the days of the pauses that are over.</summary>
    internal DateTimeOffset CountsFrom => JapanTime.EndOf(ReceivedOn.AddDays(Pauses.Sum(pause => pause.Until is { } until ? DaysBetween(pause.From, until) : 0)));

    /// <summary>Business days that the case was in the insurer's hands, from the day after the paper arrived through the dispatch.</summary>
    /// <exception cref="InvalidOperationException">The letter has not gone out.</exception>
    public int DaysTaken => DispatchClock.DaysTaken(ReceivedOn, [.. Pauses.Select(pause => new Pause(pause.From, pause.Until))], DispatchedOn ?? throw new InvalidOperationException("The letter has not gone out."));

    /// <summary>Reads it off a case's history, oldest line first; null before the paper arrived.</summary>
    public static ReviewTime? Of(DateOnly? receivedOn, IEnumerable<(Verb Verb, DateTimeOffset At, DateOnly? On)> history)
    {
        if (receivedOn is not { } received) return null;
        var pauses = new List<(DateTimeOffset From, DateTimeOffset? Until)>();
        DateOnly? dispatched = null;
        var hasArrived = false;
        foreach (var (verb, at, on) in history)
        {
            var isPaused = pauses is [.., { Until: null }];
            if (verb is Verb.RequestCorrection or Verb.Reopen && hasArrived && !isPaused) pauses.Add((at, null));
            if (verb is Verb.RegisterReceipt or Verb.Revive)
            {
                hasArrived = true;
                if (isPaused) pauses[^1] = (pauses[^1].From, JapanTime.EndOf(on ?? JapanTime.DateAt(at)));
            }
            if (verb is Verb.RegisterDispatch) dispatched ??= on;
        }
        return new(received, pauses, dispatched);
    }

    private static int DaysBetween(DateTimeOffset from, DateTimeOffset until) => Math.Max(0, JapanTime.DateAt(until).DayNumber - JapanTime.DateAt(from).DayNumber);
}
