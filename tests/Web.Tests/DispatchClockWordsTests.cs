using NexiPortal.Domain.Common;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Tests;

public sealed class DispatchClockWordsTests
{
    [Theory]
    [InlineData(2, false, "残り2営業日")]
    [InlineData(0, false, "本日期限")]
    [InlineData(-1, false, "1営業日超過")]
    [InlineData(2, true, "停止中(残り2営業日)")]
    [InlineData(0, true, "停止中(残り0営業日)")]
    [InlineData(-3, true, "停止中(3営業日超過)")]
    public void Words_OfAClock_NameTheDaysLeftOrLate(int left, bool isPaused, string words) => new DispatchClock(left, isPaused).Words().ShouldBe(words);
}
