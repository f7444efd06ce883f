using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>Clocks that jump, and the days on which calendars go wrong. The portal's clock runs in UTC throughout.</summary>
public sealed class CalendarTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "F21")]
    public async Task ClockAheadBySixtyOneDays_ExpiresEachThingOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ReceiveLinkAsync("unused@sample.com");
        await portal.ReopenAsync((await portal.ApplyAsync()).LinkId);
        portal.Clock.Advance(TimeSpan.FromDays(61));

        for (var run = 1; run <= 2; run++)
        {
            (await portal.SendAsync(new RemindOfLinks.Command())).Value.ShouldBe(0);
            (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(run == 1 ? 1 : 0);
            (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(run == 1 ? 2 : 0);
        }
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "F22")]
    public async Task ClockBackByAnHour_AcrossTheMonthsEnd_ReusesNoNumberAndLosesNoMail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        portal.Clock.SetUtcNow(Jst(2026, 7, 31, 23, 50));
        await portal.ApplyAsync("a@sample.com");
        portal.Clock.SetUtcNow(Jst(2026, 8, 1, 0, 20));
        await portal.ApplyAsync("b@sample.com");
        portal.Clock.AdjustTime(Jst(2026, 7, 31, 23, 20));
        await portal.ApplyAsync("c@sample.com");

        var numbers = await portal.AskAsync<IRegistrationDb, List<ApplicationNumber>>(db => db.Applications.Select(a => a.Number).ToListAsync());
        // What was queued before the clock went back waits until it has caught up.
        portal.Clock.Advance(TimeSpan.FromHours(1));
        numbers.Select(number => number.Value[..10]).ShouldBe(["2607-00001", "2608-00001", "2607-00002"], ignoreOrder: true);
        (await portal.DeliverAsync()).Count(mail => mail.Subject.Contains("申込情報を受信しました", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    [Trait("Requirement", "F22")]
    public async Task ClockBackByAnHour_AfterAnExpiryWasTold_TellsItNoSecondTime()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = (await portal.ApplyAsync()).LinkId;
        portal.Clock.SetUtcNow(Jst(2026, 9, 30, 0, 0));
        await portal.SendAsync(new ExpireApplications.Command());
        portal.Clock.AdjustTime(Jst(2026, 9, 29, 23, 0));
        await portal.SendAsync(new ExpireApplications.Command());
        portal.Clock.SetUtcNow(Jst(2026, 9, 30, 9, 0));

        (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(0);
        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.State.ShouldBe(ApplicationState.Expired);
    }

    [Theory]
    [InlineData("2026-12-31T23:59:59+09:00", "2612-00001", "2027年3月1日(月)", "2027年3月31日(水)")]
    [InlineData("2027-01-01T00:00:00+09:00", "2701-00001", "2027年3月2日(火)", "2027年4月1日(木)")]
    [InlineData("2027-12-31T09:00:00+09:00", "2712-00001", "2028年2月29日(火)", "2028年3月30日(木)")]
    [InlineData("2028-02-29T00:00:00+09:00", "2802-00001", "2028年4月29日(土)", "2028年5月29日(月)")]
    [InlineData("2026-07-01T14:59:59Z", "2607-00001", "2026年8月30日(日)", "2026年9月29日(火)")]
    [InlineData("2026-07-01T15:00:00Z", "2607-00001", "2026年8月31日(月)", "2026年9月30日(水)")]
    [Trait("Requirement", "F23")]
    public async Task YearEnd_LeapDay_AndMidnightInJapan_HaveTheRightNumbersAndDates(string instant, string number, string linkEnds, string formEnds)
    {
        await using var portal = await TestPortal.StartAsync();
        portal.Clock.AdjustTime(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        await portal.ApplyAsync();

        var mails = await portal.DeliverAsync();
        mails[0].Text.ShouldContain($"{linkEnds} 23時59分まで");
        mails[1].Subject.ShouldContain(number);
        mails[1].Text.ShouldContain($"{formEnds}(必着)");
    }

    private static DateTimeOffset Jst(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, JapanTime.Offset);
}
