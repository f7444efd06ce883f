using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

public sealed class InsuranceUserCodeTests
{
    [Theory]
    [InlineData("123456789")]
    [InlineData("１２３４５６７８９")]
    [InlineData(" 123-456-789 ")]
    [InlineData("123 456 789")]
    [InlineData("１２３―４５６―７８９")]
    public void Code_InAnyWidthAndGrouping_ReadsAsNineDigits(string typed) =>
        InsuranceUserCode.Read(typed).ShouldNotBeNull().Value.ShouldBe("123456789");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345678")]
    [InlineData("1234567890")]
    [InlineData("12345678X")]
    [InlineData("一二三四五六七八九")]
    [InlineData("=123456789")]
    public void Code_OfAnythingElse_IsNotRead(string? typed) => InsuranceUserCode.Read(typed).ShouldBeNull();

    [Fact]
    public void Code_OfAnyNumber_ReadsBackAndOrdersLikeIt()
    {
        var numbers = Some.Numbers(InsuranceUserCode.MaxNumber).Order().ToList();
        numbers.ShouldAllBe(number => InsuranceUserCode.Read(InsuranceUserCode.Of(number).Value) == InsuranceUserCode.Of(number));
        numbers.Select(number => InsuranceUserCode.Of(number).Value).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public void Code_BeyondNineDigits_IsNotGiven()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => InsuranceUserCode.Of(InsuranceUserCode.MaxNumber + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => InsuranceUserCode.Of(0));
    }
}

public sealed class WebUserIdTests
{
    [Theory]
    [InlineData(WebUserRole.Administrator, "A000000011")]
    [InlineData(WebUserRole.Applicant, "U000000011")]
    public void Id_OfTheFirstUser_IsLetterNumberAndCheckDigit(WebUserRole role, string id)
    {
        WebUserId.Of(role, 1).Value.ShouldBe(id);
        CheckDigit.For("00000001").ShouldBe(id[^1]);
    }

    [Theory]
    [InlineData("A000000011")]
    [InlineData("a000000011")]
    [InlineData("Ａ０００００００１１")]
    [InlineData("ａ０００００００１１")]
    [InlineData(" A-0000-0001-1 ")]
    [InlineData("A 00000001 1")]
    public void Id_InAnyCaseWidthAndGrouping_IsRead(string typed) => WebUserId.Read(typed).ShouldBe(WebUserId.Of(WebUserRole.Administrator, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000011")]
    [InlineData("B000000011")]
    [InlineData("A00000001")]
    [InlineData("A0000000011")]
    [InlineData("AA00000011")]
    [InlineData("A000000014")]
    public void Id_OfAnythingElse_IsNotRead(string? typed) => WebUserId.Read(typed).ShouldBeNull();

    [Fact]
    public void Id_OfAnyNumber_ReadsBackWithItsRole()
    {
        foreach (var (number, role) in Some.Numbers(WebUserId.MaxSequence).SelectMany(number => Enum.GetValues<WebUserRole>().Select(role => (number, role))))
        {
            var id = WebUserId.Of(role, number);
            WebUserId.Read(id.Value).ShouldBe(id);
            id.Role.ShouldBe(role);
            id.Value.Length.ShouldBe(WebUserId.Length);
        }
    }

    [Fact]
    public void Id_WithAnySingleDigitWrong_IsNotRead()
    {
        foreach (var id in Some.Numbers(WebUserId.MaxSequence).Take(50).Select(number => WebUserId.Of(WebUserRole.Applicant, number).Value))
            CheckDigitTests.WithOneDigitWrong(id).ShouldAllBe(wrong => WebUserId.Read(wrong) == null);
    }

    [Fact]
    public void Id_BeyondEightDigits_IsNotGiven()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => WebUserId.Of(WebUserRole.Applicant, WebUserId.MaxSequence + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => WebUserId.Of(WebUserRole.Applicant, 0));
    }
}

/// <summary>Examples enough to speak of all, the same in every run.</summary>
internal static class Some
{
    public static IEnumerable<int> Numbers(int most)
    {
        var random = new Random(20260701);
        return Enumerable.Range(0, 500).Select(_ => random.Next(1, most)).Concat([1, 2, 9, 10, 99, most - 1, most]);
    }
}
