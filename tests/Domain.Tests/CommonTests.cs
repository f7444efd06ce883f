using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

public sealed class JapanTimeTests
{
    [Theory]
    [InlineData("2026-07-01T14:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T15:00:00Z", "2026-07-02")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T15:00:00Z", "2028-02-29")]
    [InlineData("2026-02-28T15:00:00Z", "2026-03-01")]
    public void Date_AroundMidnightInJapan_IsJapans(string instant, string date) =>
        JapanTime.DateAt(At(instant)).ToString("yyyy-MM-dd").ShouldBe(date);

    [Theory]
    [InlineData("2026-07-01T12:00:00+09:00", 60, "2026-08-30T23:59:59+09:00")]
    [InlineData("2026-07-01T00:00:00+09:00", 1, "2026-07-02T23:59:59+09:00")]
    [InlineData("2026-07-01T23:59:59+09:00", 1, "2026-07-02T23:59:59+09:00")]
    [InlineData("2026-06-30T15:00:00Z", 1, "2026-07-02T23:59:59+09:00")]
    [InlineData("2026-12-31T09:00:00+09:00", 1, "2027-01-01T23:59:59+09:00")]
    [InlineData("2028-02-28T09:00:00+09:00", 1, "2028-02-29T23:59:59+09:00")]
    [InlineData("2026-02-28T09:00:00+09:00", 1, "2026-03-01T23:59:59+09:00")]
    public void Deadline_SomeDaysAfterAnInstant_IsTheLastSecondOfThatDayInJapan(string instant, int days, string deadline) =>
        JapanTime.EndOfDayAfter(At(instant), days).ShouldBe(At(deadline));

    [Theory]
    [InlineData(-1000, false)]
    [InlineData(0, false)]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void Deadline_AroundItsLastSecond_IsPastOnlyAfterIt(int milliseconds, bool past)
    {
        var deadline = JapanTime.EndOf(new(2026, 7, 1));
        JapanTime.IsPast(deadline, deadline.AddMilliseconds(milliseconds)).ShouldBe(past);
    }

    [Theory]
    [InlineData(4, "土")]
    [InlineData(5, "日")]
    [InlineData(6, "月")]
    [InlineData(7, "火")]
    [InlineData(8, "水")]
    [InlineData(9, "木")]
    [InlineData(10, "金")]
    public void LongDate_OfADay_NamesItsWeekday(int day, string weekday) =>
        JapanTime.LongDate(new DateOnly(2026, 7, day)).ShouldBe($"2026年7月{day}日({weekday})");

    [Fact]
    public void DateAndTime_OfAnInstant_ReadAsInJapan()
    {
        JapanTime.DateAndTime(At("2026-06-30T15:05:00Z")).ShouldBe("2026年7月1日(水) 00:05");
        JapanTime.LongDate(At("2026-06-30T15:05:00Z")).ShouldBe("2026年7月1日(水)");
        JapanTime.Time(At("2026-06-30T23:05:00Z")).ShouldBe("08:05");
    }

    [Theory]
    [InlineData(2026, 7, 1, "2026年7月1日(令和8年)")]
    [InlineData(2019, 5, 1, "2019年5月1日(令和元年)")]
    [InlineData(2020, 1, 1, "2020年1月1日(令和2年)")]
    public void DateWithEra_InReiwa_CountsTheFirstYearAsGannen(int year, int month, int day, string written) =>
        JapanTime.DateWithEra(new(year, month, day)).ShouldBe(written);

    [Fact]
    public void DateWithEra_BeforeReiwa_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => JapanTime.DateWithEra(new(2019, 4, 30)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant);
}

public sealed class CheckDigitTests
{
    [Fact]
    public void CheckDigit_OfThePublishedExample_IsFive() => CheckDigit.For("0794").ShouldBe('5');

    [Fact]
    public void CheckDigit_OfGroupedDigits_IsThatOfTheDigits() => CheckDigit.For("07-94").ShouldBe('5');

    [Fact]
    public void CheckDigit_WhenAnySingleDigitIsWrong_Differs()
    {
        foreach (var digits in new[] { "0794", "260700123", "999999999", "000000000" })
        {
            foreach (var wrong in WithOneDigitWrong(digits)) CheckDigit.For(wrong).ShouldNotBe(CheckDigit.For(digits), $"{wrong} for {digits}");
        }
    }

    internal static IEnumerable<string> WithOneDigitWrong(string digits) =>
        from at in Enumerable.Range(0, digits.Length)
        where char.IsAsciiDigit(digits[at])
        from wrong in "0123456789"
        where wrong != digits[at]
        select $"{digits[..at]}{wrong}{digits[(at + 1)..]}";
}

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("taro@sample.com")]
    [InlineData("nippon-taro+nexi@mail.sample.co.jp")]
    [InlineData("o'brien_x@1st.sample.com")]
    public void Address_ThatIsPlain_IsKeptAsTyped(string text) => EmailAddress.Read(text).ShouldNotBeNull().Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("taro")]
    [InlineData("@sample.com")]
    [InlineData("taro@")]
    [InlineData("taro@sample")]
    [InlineData("taro@@sample.com")]
    [InlineData("taro@sample..com")]
    [InlineData("taro@-sample.com")]
    [InlineData(".taro@sample.com")]
    [InlineData("taro.@sample.com")]
    [InlineData("ta..ro@sample.com")]
    [InlineData("taro@[127.0.0.1]")]
    [InlineData("\"ta ro\"@sample.com")]
    [InlineData("a b@c.co")]
    [InlineData(" taro@sample.com")]
    [InlineData("taro@sample.com ")]
    [InlineData("taro@sample.com\n")]
    [InlineData("taro@sample.com\r\nBcc: jiro@sample.com")]
    [InlineData("taro\r\n@sample.com")]
    [InlineData("Taro <taro@sample.com>")]
    [InlineData("<taro@sample.com>")]
    [InlineData("taro@sample.com,jiro@sample.com")]
    [InlineData("taro@sample.com; jiro@sample.com")]
    [InlineData("taro(x)@sample.com")]
    [InlineData("太郎@sample.com")]
    [InlineData("taro@日本.jp")]
    [InlineData("ｔａｒｏ@sample.com")]
    [InlineData("taro\0@sample.com")]
    public void Address_ThatIsNotOnePlainAddress_IsNotRead(string? text) => EmailAddress.Read(text).ShouldBeNull();

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void LocalPart_AsLongAsSmtpCarries_IsRead(int length, bool reads) =>
        (EmailAddress.Read(new string('a', length) + "@sample.com") is not null).ShouldBe(reads);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void Address_AsLongAsSmtpCarries_IsRead(int length, bool reads)
    {
        var domain = string.Concat(Enumerable.Repeat(new string('b', 60) + ".", 4))[..^1];
        var text = "a@" + domain + "." + new string('c', length - domain.Length - 3);
        text.Length.ShouldBe(length);
        (EmailAddress.Read(text) is not null).ShouldBe(reads);
    }

    [Theory]
    [InlineData("Taro@Sample.COM", true)]
    [InlineData("taro+2@sample.com", true)]
    [InlineData("jiro@sample.com", false)]
    [InlineData("taro@sample.co.jp", false)]
    public void Mailbox_OfAnAddress_IsTheSameWhateverCaseOrTag(string other, bool same) =>
        (Build.Address(other).MailboxKey == Build.Address("taro@sample.com").MailboxKey).ShouldBe(same);

    [Fact]
    public void MailboxKey_OfAnAddress_DoesNotTellIt() =>
        Build.Address("taro@sample.com").MailboxKey.ShouldMatch("^[0-9a-f]{64}$");
}

public sealed class ResultTests
{
    [Fact]
    public void Value_OfAnAnswerCarriedOut_IsThere()
    {
        Result<int> answer = 5;
        answer.Succeeded.ShouldBeTrue();
        answer.Value.ShouldBe(5);
    }

    [Fact]
    public void Value_OfARefusedAnswer_Throws()
    {
        Result<int> answer = new Error("some.code");
        answer.Succeeded.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => answer.Value);
    }
}
