namespace NexiPortal.Domain.Common;

/// <summary>A stretch in which a case waits for the registrant (補正待ち).</summary>
/// <param name="From">When the correction was requested.</param>
/// <param name="Until">When the further papers arrived; null while they are awaited.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>
/// The business-day clock of a case (④: dispatch usually within 5 business days of receipt): day 1 is the next business day after the paper arrived,
/// and the clock ends at dispatch. A pause takes the days after the request through the day of arrival, just as the first arrival takes its own day,
/// so the number never grows while a case waits.
/// </summary>
/// <param name="DaysLeft">Business days left after today: 0 when the letter is due today, below 0 when it is that many days late.</param>
/// <param name="IsPaused">Whether the clock stands still because papers are awaited.</param>
public sealed record DispatchClock(int DaysLeft, bool IsPaused)
{
    /// <summary>Reads the clock.</summary>
    /// <param name="receivedOn">The day the paper form arrived.</param>
    /// <param name="pauses">The pauses since then; they do not overlap.</param>
    /// <param name="businessDays">Business days within which the letter is to be dispatched.</param>
    /// <param name="now">The instant to read it at; of a dispatched case, the dispatch.</param>
    public static DispatchClock At(DateOnly receivedOn, IReadOnlyList<Pause> pauses, int businessDays, DateTimeOffset now)
    {
        var today = JapanTime.DateAt(now);
        var left = businessDays - DaysTaken(receivedOn, pauses, today);
        var isPaused = pauses.Any(pause => pause.Until is null);
        // On a day off after the last day the letter is late already, though no further business day has begun.
        return new(left == 0 && !isPaused && !BusinessDays.Is(today) ? -1 : left, isPaused);
    }

    /// <summary>Business days that a case has been in the insurer's hands by the end of a day.</summary>
    /// <param name="receivedOn">The day the paper form arrived.</param>
    /// <param name="pauses">The pauses since then; they do not overlap.</param>
    /// <param name="through">The day: the last one counted.</param>
    public static int DaysTaken(DateOnly receivedOn, IReadOnlyList<Pause> pauses, DateOnly through) =>
        BusinessDays.CountBetween(receivedOn, through)
        - pauses.Sum(pause => BusinessDays.CountBetween(JapanTime.DateAt(pause.From), pause.Until is { } until ? JapanTime.DateAt(until) : through));
}
