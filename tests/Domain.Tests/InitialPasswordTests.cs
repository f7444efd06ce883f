using System.Numerics;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

[Trait("Requirement", "S18")]
public sealed class InitialPasswordTests
{
    private const string SymbolsOfTheManual = "@_-#.$%&*+/?{}|`,";

    private static readonly Func<char, bool>[] _classes = [char.IsAsciiLetterUpper, char.IsAsciiLetterLower, char.IsAsciiDigit, SymbolsOfTheManual.Contains];

    private static readonly List<InitialPassword> _passwords = [.. Enumerable.Range(0, 10_000).Select(_ => InitialPassword.For("A000001235"))];

    private static readonly List<char> _seen = [.. _passwords.SelectMany(password => password.Value).Distinct()];

    [Fact]
    public void Passwords_AreTwelveCharactersOfEveryClassTheRulesAskFor() =>
        _passwords.ShouldAllBe(password => password.Value.Length == 12 && _classes.All(isOf => password.Value.Any(isOf)));

    [Fact]
    public void Passwords_HoldOnlyWhatTheRulesAllow() => _seen.Where(c => !_classes.Any(isOf => isOf(c))).ShouldBeEmpty();

    [Theory]
    [InlineData("0OoQ")]
    [InlineData("1Iil|!")]
    [InlineData("2Zz")]
    [InlineData("5Ss")]
    [InlineData("6b")]
    [InlineData("6G")]
    [InlineData("8B")]
    [InlineData("9gq")]
    [InlineData("uvUV")]
    [InlineData("-_")]
    [InlineData(".,`")]
    public void Passwords_HoldAtMostOneOfCharactersThatLookAlike(string alike) => _seen.Count(alike.Contains).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void Passwords_HoldNothingOftenMistakenOnPaper() => _seen.Intersect("0Oo1lI|`.,_-{}/").ShouldBeEmpty();

    [Fact]
    public void Passwords_HoldNoLetterWhoseCasesDifferInSizeAlone() => _seen.Intersect("cCkKpPsSuUvVwWxXyYzZ").ShouldBeEmpty();

    [Fact]
    public void Passwords_ThatConform_AreAtLeastTwoToTheSixtieth()
    {
        var sizes = _classes.Select(isOf => _seen.Count(isOf)).ToArray();
        // Inclusion and exclusion over the classes that may be missing.
        var conforming = Enumerable.Range(0, 1 << sizes.Length).Aggregate(BigInteger.Zero, (sum, missing) =>
            sum + (BigInteger.PopCount(missing).IsEven ? 1 : -1) * BigInteger.Pow(_seen.Count - sizes.Where((_, i) => (missing & (1 << i)) != 0).Sum(), 12));
        conforming.ShouldBeGreaterThan(BigInteger.Pow(2, 60));
    }

    [Fact]
    public void Characters_OfOneClass_AreEquallyLikelyInEveryPlace()
    {
        foreach (var isOf in _classes)
        {
            var alike = _seen.Where(isOf).ToList();
            for (var place = 0; place < 12; place++)
            {
                var drawn = _passwords.Select(password => password.Value[place]).Where(isOf).CountBy(c => c).ToDictionary();
                var expected = (double)drawn.Values.Sum() / alike.Count;
                alike.ShouldAllBe(c => Math.Abs(drawn.GetValueOrDefault(c) - expected) < 7 * Math.Sqrt(expected));
            }
        }
    }

    [Fact]
    public void Classes_AreEquallyLikelyInEveryPlace()
    {
        foreach (var isOf in _classes)
        {
            var counts = Enumerable.Range(0, 12).Select(place => _passwords.Count(password => isOf(password.Value[place]))).ToList();
            counts.ShouldAllBe(count => Math.Abs(count - counts.Average()) < 7 * Math.Sqrt(counts.Average()));
        }
    }

    [Fact]
    public void Password_ForAnId_DoesNotContainIt() =>
        Enumerable.Range(0, 200).Select(_ => InitialPassword.For("a").Value).ShouldAllBe(value => !value.Contains('a') && !value.Contains('A'));

    [Fact]
    public void Passwords_NeverComeTwice() => _passwords.Select(password => password.Value).ShouldBeUnique();

    [Fact]
    public void Readings_TellEveryCharacterFromEveryOther()
    {
        var characters = _passwords.SelectMany(password => password.Characters).Distinct().ToList();
        characters.Count.ShouldBe(_seen.Count);
        characters.Select(character => character.Reading).ShouldBeUnique();
        characters.Where(character => char.IsAsciiLetterUpper(character.Value)).ShouldAllBe(character => character.Reading.StartsWith("大文字"));
        characters.Where(character => char.IsAsciiLetterLower(character.Value)).ShouldAllBe(character => character.Reading.StartsWith("小文字"));
        characters.Where(character => char.IsAsciiDigit(character.Value)).ShouldAllBe(character => character.Reading.StartsWith("数字"));
        _passwords.ShouldAllBe(password => string.Concat(password.Characters.Select(character => character.Value)) == password.Value);
    }

    [Fact]
    [Trait("Requirement", "S51")]
    public void Password_WrittenToALog_DoesNotShow()
    {
        var password = InitialPassword.For("A000001235");
        $"{password}".ShouldNotContain(password.Value);
    }
}
