namespace NexiPortal.Domain.Common;

/// <summary>
/// Japan's holidays as the law has them (国民の祝日に関する法律), computed and not listed, from 2000, when the first holidays moved to a Monday,
/// to 2099, as far as the formula of the equinoxes reaches. A holiday made for one year by a law of its own must be added here.
/// </summary>
public static class NationalHolidays
{
    private const int FirstYear = 2000, LastYear = 2099;

    /// <summary>Whether a day is a holiday: one the law names, the day kept for one on a Sunday (振替休日), or a day between two (国民の休日).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not one the calendar knows.</exception>
    public static bool Is(DateOnly day)
    {
        if (day.Year is < FirstYear or > LastYear) throw new ArgumentOutOfRangeException(nameof(day), day, $"The calendar knows the years {FirstYear} to {LastYear}.");
        return IsNamed(day) || IsKeptForASunday(day) || IsBetweenTwo(day);
    }

    private static bool IsNamed(DateOnly day)
    {
        var (year, month, date) = day;
        return month switch
        {
            // 元日, 成人の日
            1 => date == 1 || IsMonday(day, 2),
            // 建国記念の日, 天皇誕生日
            2 => date == 11 || (date == 23 && year >= 2020),
            // 春分の日
            3 => date == EquinoxOn(year, 20.8431),
            // 昭和の日
            4 => date == 29,
            // 憲法記念日, みどりの日, こどもの日; 天皇の即位の日
            5 => date is 3 or 5 || (date == 4 && year >= 2007) || (date == 1 && year == 2019),
            // 海の日; moved for the Olympic Games together with スポーツの日
            7 => year switch { < 2003 => date == 20, 2020 => date is 23 or 24, 2021 => date is 22 or 23, _ => IsMonday(day, 3) },
            // 山の日; moved for the Olympic Games
            8 => year switch { < 2016 => false, 2020 => date == 10, 2021 => date == 8, _ => date == 11 },
            // 敬老の日, 秋分の日
            9 => (year < 2003 ? date == 15 : IsMonday(day, 3)) || date == EquinoxOn(year, 23.2488),
            // スポーツの日; 即位礼正殿の儀
            10 => year is not (2020 or 2021) && (IsMonday(day, 2) || (date == 22 && year == 2019)),
            // 文化の日, 勤労感謝の日
            11 => date is 3 or 23,
            // 天皇誕生日
            12 => date == 23 && year < 2019,
            _ => false,
        };
    }

    // The first day after the Sunday that is not a holiday itself.
    private static bool IsKeptForASunday(DateOnly day)
    {
        for (var before = day.AddDays(-1); IsNamed(before); before = before.AddDays(-1))
        {
            if (before.DayOfWeek == DayOfWeek.Sunday) return true;
        }
        return false;
    }

    private static bool IsBetweenTwo(DateOnly day) => day.DayOfWeek != DayOfWeek.Sunday && IsNamed(day.AddDays(-1)) && IsNamed(day.AddDays(1));

    private static bool IsMonday(DateOnly day, int ordinal) => day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 + 1 == ordinal;

    // The usual formula of the equinoxes, good from 1980 to 2099: the instant of 1980, a tropical year's surplus for every year since, and the leap days.
    private static int EquinoxOn(int year, double in1980) => (int)(in1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}
