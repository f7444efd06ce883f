namespace NexiPortal.Domain.Common;

/// <summary>営業日: the days on which NEXI works, all but Saturdays, Sundays, holidays and the turn of the year (12/29 to 1/3).</summary>
public static class BusinessDays
{
    /// <summary>Whether NEXI works on a day.</summary>
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsTurnOfTheYear(day) && !NationalHolidays.Is(day);

    /// <summary>The first business day after a day.</summary>
    public static DateOnly Next(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!Is(day));
        return day;
    }

    /// <summary>How many business days there are after a day and through another; none when that is not later.</summary>
    public static int CountBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = Next(after); day <= through; day = Next(day)) count++;
        return count;
    }

    private static bool IsTurnOfTheYear(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
