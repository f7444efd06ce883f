using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

public sealed class NationalHolidaysTests
{
    // As published by the Cabinet Office (国民の祝日・休日), month and day.
    [Theory]
    [InlineData(2000, "01-01 01-10 02-11 03-20 04-29 05-03 05-04 05-05 07-20 09-15 09-23 10-09 11-03 11-23 12-23")]
    [InlineData(2001, "01-01 01-08 02-11 02-12 03-20 04-29 04-30 05-03 05-04 05-05 07-20 09-15 09-23 09-24 10-08 11-03 11-23 12-23 12-24")]
    [InlineData(2002, "01-01 01-14 02-11 03-21 04-29 05-03 05-04 05-05 05-06 07-20 09-15 09-16 09-23 10-14 11-03 11-04 11-23 12-23")]
    [InlineData(2003, "01-01 01-13 02-11 03-21 04-29 05-03 05-05 07-21 09-15 09-23 10-13 11-03 11-23 11-24 12-23")]
    [InlineData(2004, "01-01 01-12 02-11 03-20 04-29 05-03 05-04 05-05 07-19 09-20 09-23 10-11 11-03 11-23 12-23")]
    [InlineData(2005, "01-01 01-10 02-11 03-20 03-21 04-29 05-03 05-04 05-05 07-18 09-19 09-23 10-10 11-03 11-23 12-23")]
    [InlineData(2006, "01-01 01-02 01-09 02-11 03-21 04-29 05-03 05-04 05-05 07-17 09-18 09-23 10-09 11-03 11-23 12-23")]
    [InlineData(2007, "01-01 01-08 02-11 02-12 03-21 04-29 04-30 05-03 05-04 05-05 07-16 09-17 09-23 09-24 10-08 11-03 11-23 12-23 12-24")]
    [InlineData(2008, "01-01 01-14 02-11 03-20 04-29 05-03 05-04 05-05 05-06 07-21 09-15 09-23 10-13 11-03 11-23 11-24 12-23")]
    [InlineData(2009, "01-01 01-12 02-11 03-20 04-29 05-03 05-04 05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23")]
    [InlineData(2010, "01-01 01-11 02-11 03-21 03-22 04-29 05-03 05-04 05-05 07-19 09-20 09-23 10-11 11-03 11-23 12-23")]
    [InlineData(2011, "01-01 01-10 02-11 03-21 04-29 05-03 05-04 05-05 07-18 09-19 09-23 10-10 11-03 11-23 12-23")]
    [InlineData(2012, "01-01 01-02 01-09 02-11 03-20 04-29 04-30 05-03 05-04 05-05 07-16 09-17 09-22 10-08 11-03 11-23 12-23 12-24")]
    [InlineData(2013, "01-01 01-14 02-11 03-20 04-29 05-03 05-04 05-05 05-06 07-15 09-16 09-23 10-14 11-03 11-04 11-23 12-23")]
    [InlineData(2014, "01-01 01-13 02-11 03-21 04-29 05-03 05-04 05-05 05-06 07-21 09-15 09-23 10-13 11-03 11-23 11-24 12-23")]
    [InlineData(2015, "01-01 01-12 02-11 03-21 04-29 05-03 05-04 05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23")]
    [InlineData(2016, "01-01 01-11 02-11 03-20 03-21 04-29 05-03 05-04 05-05 07-18 08-11 09-19 09-22 10-10 11-03 11-23 12-23")]
    [InlineData(2017, "01-01 01-02 01-09 02-11 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-23 10-09 11-03 11-23 12-23")]
    [InlineData(2018, "01-01 01-08 02-11 02-12 03-21 04-29 04-30 05-03 05-04 05-05 07-16 08-11 09-17 09-23 09-24 10-08 11-03 11-23 12-23 12-24")]
    [InlineData(2019, "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 10-22 11-03 11-04 11-23")]
    [InlineData(2020, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23")]
    [InlineData(2021, "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23")]
    [InlineData(2022, "01-01 01-10 02-11 02-23 03-21 04-29 05-03 05-04 05-05 07-18 08-11 09-19 09-23 10-10 11-03 11-23")]
    [InlineData(2023, "01-01 01-02 01-09 02-11 02-23 03-21 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-23 10-09 11-03 11-23")]
    [InlineData(2024, "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23")]
    [InlineData(2025, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24")]
    [InlineData(2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData(2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23")]
    public void Holidays_OfAYear_AreThosePublished(int year, string published) => string.Join(' ', Of(year)).ShouldBe(published);

    // By astronomical computation (Meeus); near midnight in Japan in 2012 and 2074.
    [Theory]
    [InlineData(2012, "03-20", "09-22")]
    [InlineData(2028, "03-20", "09-22")]
    [InlineData(2074, "03-20", "09-23")]
    [InlineData(2092, "03-19", "09-22")]
    [InlineData(2096, "03-19", "09-22")]
    [InlineData(2099, "03-20", "09-23")]
    public void Equinoxes_UntilTheEndOfTheCentury_AreWhereTheSunIs(int year, string vernal, string autumnal)
    {
        Of(year).ShouldContain(vernal);
        Of(year).ShouldContain(autumnal);
    }

    [Theory]
    [InlineData(1999, 12, 31)]
    [InlineData(2100, 1, 1)]
    public void Holidays_BeyondTheYearsTheCalendarKnows_Throw(int year, int month, int day) =>
        Should.Throw<ArgumentOutOfRangeException>(() => NationalHolidays.Is(new(year, month, day)));

    private static List<string> Of(int year) =>
        [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Where(NationalHolidays.Is).Select(day => day.ToString("MM-dd"))];
}

public sealed class BusinessDaysTests
{
    [Theory]
    [InlineData("2026-07-03", true)]
    [InlineData("2026-07-04", false)] // Saturday
    [InlineData("2026-07-05", false)] // Sunday
    [InlineData("2026-07-20", false)] // 海の日
    [InlineData("2026-05-06", false)] // 振替休日
    [InlineData("2026-09-22", false)] // 国民の休日
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2024-01-03", false)]
    [InlineData("2024-01-04", true)]
    public void BusinessDay_IsAnyButWeekendsHolidaysAndTheTurnOfTheYear(string day, bool works) => BusinessDays.Is(DateOnly.Parse(day)).ShouldBe(works);

    [Theory]
    [InlineData("2026-07-01", "2026-07-02")]
    [InlineData("2026-07-03", "2026-07-06")]
    [InlineData("2026-07-04", "2026-07-06")]
    [InlineData("2026-05-01", "2026-05-07")]
    [InlineData("2026-09-18", "2026-09-24")]
    [InlineData("2026-12-28", "2027-01-04")]
    [InlineData("2019-04-26", "2019-05-07")]
    public void Next_AfterADay_PassesOverDaysOff(string day, string next) => BusinessDays.Next(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(next));

    [Theory]
    [InlineData("2026-07-01", "2026-07-01", 0)]
    [InlineData("2026-07-01", "2026-07-02", 1)]
    [InlineData("2026-07-03", "2026-07-05", 0)]
    [InlineData("2026-07-03", "2026-07-06", 1)]
    [InlineData("2026-12-25", "2027-01-08", 6)]
    [InlineData("2026-07-03", "2026-07-01", 0)]
    public void Count_BetweenTwoDays_LeavesOutTheFirstAndTakesTheLast(string after, string through, int count) =>
        BusinessDays.CountBetween(DateOnly.Parse(after), DateOnly.Parse(through)).ShouldBe(count);
}

public sealed class DispatchClockTests
{
    [Theory]
    [InlineData("2026-07-01 09:00", 5)] // the day of arrival, a Wednesday
    [InlineData("2026-07-01 23:59", 5)]
    [InlineData("2026-07-02 00:00", 4)] // day 1
    [InlineData("2026-07-03 12:00", 3)]
    [InlineData("2026-07-05 12:00", 3)] // Sunday
    [InlineData("2026-07-06 12:00", 2)]
    [InlineData("2026-07-08 23:59", 0)] // day 5
    [InlineData("2026-07-09 00:00", -1)]
    [InlineData("2026-07-13 12:00", -3)]
    public void DaysLeft_WithoutAPause_CountDownFromTheNextBusinessDay(string now, int left) => Read("2026-07-01", now).ShouldBe(new(left, IsPaused: false));

    [Theory]
    [InlineData("2026-07-04", "2026-07-06 09:00", 4)] // arrived on a Saturday
    [InlineData("2026-12-25", "2026-12-28 09:00", 4)]
    [InlineData("2026-12-25", "2027-01-03 09:00", 4)]
    [InlineData("2026-12-25", "2027-01-04 09:00", 3)]
    [InlineData("2026-09-18", "2026-09-24 09:00", 4)] // over 敬老の日, 国民の休日, 秋分の日
    public void DaysLeft_OverDaysOff_StandStill(string receivedOn, string now, int left) => Read(receivedOn, now).DaysLeft.ShouldBe(left);

    [Theory]
    [InlineData("2026-07-03 23:59", 0)] // day 5, a Friday
    [InlineData("2026-07-04 00:00", -1)]
    [InlineData("2026-07-05 12:00", -1)]
    [InlineData("2026-07-06 12:00", -1)]
    [InlineData("2026-07-07 12:00", -2)]
    public void DaysLeft_OnTheWeekendAfterTheLastDay_AreOneDayLateAlready(string now, int left) => Read("2026-06-26", now).DaysLeft.ShouldBe(left);

    [Theory]
    [InlineData("2026-07-03 10:00", 3, false)]
    [InlineData("2026-07-03 16:00", 3, true)] // asked for further papers on day 2
    [InlineData("2026-07-06 12:00", 3, true)]
    [InlineData("2026-07-17 12:00", 3, true)]
    public void DaysLeft_WhileFurtherPapersAreAwaited_StandStill(string now, int left, bool isPaused) =>
        Read("2026-07-01", now, isPaused ? [new(At("2026-07-03 15:00"), null)] : []).ShouldBe(new(left, isPaused));

    [Theory]
    [InlineData("2026-07-10 17:00", 3)] // the day they arrived
    [InlineData("2026-07-13 09:00", 2)]
    [InlineData("2026-07-15 09:00", 0)]
    [InlineData("2026-07-16 09:00", -1)]
    public void DaysLeft_AfterFurtherPapersArrived_GoOnFromTheNextBusinessDay(string now, int left) =>
        Read("2026-07-01", now, [new(At("2026-07-03 15:00"), At("2026-07-10 11:00"))]).ShouldBe(new(left, IsPaused: false));

    [Fact]
    public void DaysLeft_AfterTwoPauses_AreLessenedByNeither() =>
        Read("2026-07-01", "2026-07-15 09:00", [new(At("2026-07-02 15:00"), At("2026-07-06 11:00")), new(At("2026-07-08 10:00"), At("2026-07-13 11:00"))])
            .DaysLeft.ShouldBe(0);

    [Fact]
    public void DaysLeft_WhenPapersWereAskedForAndCameOnOneDay_LoseNothing() =>
        Read("2026-07-01", "2026-07-06 09:00", [new(At("2026-07-03 10:00"), At("2026-07-03 15:00"))]).DaysLeft.ShouldBe(Read("2026-07-01", "2026-07-06 09:00").DaysLeft);

    [Theory]
    [InlineData("2026-07-11 12:00", true)] // asked on the last day; a Saturday later
    [InlineData("2026-07-15 17:00", false)] // the day they came
    public void DaysLeft_WhenPausedOnTheLastDay_AreNotLateUntilTheClockGoesOn(string now, bool isPaused) =>
        Read("2026-07-03", now, [new(At("2026-07-10 10:00"), isPaused ? null : At("2026-07-15 11:00"))]).ShouldBe(new(0, isPaused));

    [Fact]
    public void DaysLeft_WithAnotherTerm_CountFromIt() => DispatchClock.At(new(2026, 7, 1), [], businessDays: 3, At("2026-07-02 09:00")).DaysLeft.ShouldBe(2);

    private static DispatchClock Read(string receivedOn, string now, IReadOnlyList<Pause>? pauses = null) =>
        DispatchClock.At(DateOnly.Parse(receivedOn), pauses ?? [], businessDays: 5, At(now));

    private static DateTimeOffset At(string inJapan) => new(DateTime.Parse(inJapan), JapanTime.Offset);
}
