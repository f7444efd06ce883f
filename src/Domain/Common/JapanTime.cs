namespace NexiPortal.Domain.Common;

/// <summary>
/// Japan's calendar. Japan has kept UTC+9 without summer time since 1951, so a fixed offset is exact
/// and needs no time-zone data on the machine.
/// </summary>
public static class JapanTime
{
    /// <summary>Japan Standard Time.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private const string Weekdays = "日月火水木金土";
    private static readonly DateOnly ReiwaBegins = new(2019, 5, 1);

    /// <summary>The date in Japan at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>23:59:59 JST of the given day: the last second in which a deadline on that day is kept.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day, new TimeOnly(23, 59, 59), Offset);

    /// <summary>23:59:59 JST of the <paramref name="days"/>th day after an instant; day 1 is the next day.</summary>
    public static DateTimeOffset EndOfDayAfter(DateTimeOffset instant, int days) => EndOf(DateAt(instant).AddDays(days));

    /// <summary>Whether a deadline given as the end of a day has gone by: its whole last second still counts.</summary>
    public static bool IsPast(DateTimeOffset deadline, DateTimeOffset now) => deadline <= LatestPast(now);

    /// <summary>The latest deadline that has gone by at an instant, to find in a table all that have.</summary>
    public static DateTimeOffset LatestPast(DateTimeOffset now) => now.AddSeconds(-1);

    /// <summary>2026年7月1日(水), as pages and mails read.</summary>
    public static string LongDate(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日({Weekdays[(int)day.DayOfWeek]})";

    /// <summary>2026年7月1日(水), the date in Japan at an instant.</summary>
    public static string LongDate(DateTimeOffset instant) => LongDate(DateAt(instant));

    /// <summary>2026年7月1日(水) 10:05.</summary>
    public static string DateAndTime(DateTimeOffset instant) => $"{LongDate(instant)} {instant.ToOffset(Offset):HH:mm}";

    /// <summary>10:05.</summary>
    public static string Time(DateTimeOffset instant) => $"{instant.ToOffset(Offset):HH:mm}";

    /// <summary>2026年7月1日(令和8年), as documents read.</summary>
    public static string DateWithEra(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日({Era(day)})";

    private static string Era(DateOnly day)
    {
        if (day < ReiwaBegins) throw new ArgumentOutOfRangeException(nameof(day), day, "Documents are dated in Reiwa.");
        var year = day.Year - 2018;
        return year == 1 ? "令和元年" : $"令和{year}年";
    }
}
