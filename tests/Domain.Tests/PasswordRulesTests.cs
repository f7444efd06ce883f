using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

public sealed class PasswordRulesTests
{
    private const string Good = "Kx7#mpQw";

    [Theory]
    [InlineData(Good)]
    [InlineData("Yuki-to-8-Tsubame")]
    [InlineData("aB3@aB3@aB3@aB3@aB3@aB3@aB3@aB3@")]
    [InlineData("9zR|hW`c")]
    [InlineData("Umi.Yama.Kawa.7")]
    [InlineData("vT4{kL}9")]
    [Trait("Requirement", "S21")]
    public void Password_KeepingEveryRule_IsTaken(string password) => Broken(password).ShouldBeEmpty();

    [Theory]
    [InlineData("Kx7#mpQ", CredentialErrors.WrongLength)]
    [InlineData("aB3@aB3@aB3@aB3@aB3@aB3@aB3@aB3@x", CredentialErrors.WrongLength)]
    [InlineData("kx7#mpqw", CredentialErrors.NoUpperCase)]
    [InlineData("KX7#MPQW", CredentialErrors.NoLowerCase)]
    [InlineData("Kxz#mpQw", CredentialErrors.NoDigit)]
    [InlineData("Kx7ZmpQw", CredentialErrors.NoSymbol)]
    [InlineData("Kx7#mpQ!", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ^", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ~", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ(", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ=", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ\\", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ;", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ ", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQｗ", CredentialErrors.ForeignCharacter)]
    [InlineData("Kx7#mpQ海", CredentialErrors.ForeignCharacter)]
    [InlineData("zQ7#Clerk2", CredentialErrors.ContainsId)]
    [Trait("Requirement", "S21")]
    public void Password_BreakingOneRule_IsRefusedByItsName(string password, string code) => Broken(password, id: "clerk2").ShouldBe([code]);

    [Theory]
    [InlineData("Password1!-", "「!」")]
    [InlineData("!Kx7#mp!^", "「!」「^」")]
    [InlineData("Kx 7#mpQ", "「空白」")]
    [InlineData("Kx7#mp\u0007Q", "「U+0007」")]
    [InlineData("Kx7#mp𠮷Q", "「𠮷」")]
    public void ForeignCharacters_AreNamedOnceEach(string password, string named) =>
        PasswordRules.Check(new(password, "clerk", ""), "New").Single(e => e.Code == CredentialErrors.ForeignCharacter).Arguments.ShouldBe([named]);

    [Theory]
    [InlineData('@'), InlineData('_'), InlineData('-'), InlineData('#'), InlineData('.'), InlineData('$'), InlineData('%'), InlineData('&'), InlineData('*')]
    [InlineData('+'), InlineData('/'), InlineData('?'), InlineData('{'), InlineData('}'), InlineData('|'), InlineData('`'), InlineData(',')]
    [Trait("Requirement", "S21")]
    public void EachOfTheSeventeenSymbols_IsEnough(char symbol) => Broken($"Kx7{symbol}mpQw").ShouldBeEmpty();

    [Theory]
    [InlineData("Password-1")]
    [InlineData("P@ssw0rd1")]
    [InlineData("Pa$$w0rd-2026")]
    [InlineData("Develop-Only-1")]
    [InlineData("Nexi-Portal-1")]
    [InlineData("NEXI2026#a")]
    [InlineData("BouekiHoken-1")]
    [InlineData("Qwerty-123")]
    [InlineData("1qaz@WSX")]
    [InlineData("Asdfgh#1")]
    [InlineData("Abcd-1234")]
    [InlineData("Welcome-99")]
    [InlineData("Sakura-2025")]
    [InlineData("Tokyo@2020")]
    [InlineData("Aaaaaaa-1")]
    [InlineData("Admin#12345")]
    [InlineData("Summer.2026")]
    [InlineData("L0gin-L0gin")]
    [InlineData("Taro-Yamada1")]
    [InlineData("Zxcvbnm,1")]
    [Trait("Requirement", "S22")]
    public void CommonPassword_HoweverDressedUp_IsRefused(string password) => Broken(password).ShouldBe([CredentialErrors.Common]);

    [Theory]
    [InlineData("zQ7#Tsubame2")]
    [InlineData("x-TSUBAME-9")]
    [InlineData("zQ7#100000123")]
    [InlineData("zQ7#kaigai-eigyo")]
    [Trait("Requirement", "S22")]
    public void Password_WithAWordOfTheCompany_IsRefused(string password) =>
        PasswordRules.Check(new(password, "A000000012", "") { CompanyWords = PasswordWish.WordsIn("株式会社Ｔｓｕｂａｍｅ商事", "100000123", "kaigai.eigyo.example") }, "New").Select(error => error.Code).ShouldBe([CredentialErrors.ContainsCompany]);

    [Fact]
    public void WordsOfACompany_AreWhatCanBeTyped_FourTogetherOrMore() =>
        PasswordWish.WordsIn("ＡＢＣ物産株式会社　Osaka支店", "123456789", "osaka.abc-trading.co.jp").ShouldBe(["Osaka", "123456789", "trading"]);

    [Fact]
    public void PresentPassword_IsNotTakenAgain() => Broken(Good, current: Good).ShouldBe([CredentialErrors.SameAsCurrent]);

    [Fact]
    public void Password_WhenEmpty_IsAskedForAndNothingElse() => Broken("").ShouldBe([CredentialErrors.NewRequired]);

    [Fact]
    public void EveryBrokenRule_IsNamed() =>
        Broken("abc").ShouldBe([CredentialErrors.WrongLength, CredentialErrors.NoUpperCase, CredentialErrors.NoDigit, CredentialErrors.NoSymbol, CredentialErrors.Common]);

    [Fact]
    [Trait("Requirement", "S18")]
    public void InitialPassword_KeepsEveryRuleAPersonsOwnMust() =>
        Enumerable.Range(0, 5000).Select(_ => InitialPassword.For("clerk2").Value).ShouldAllBe(password => Broken(password, "clerk2", "").Count == 0);

    private static List<string> Broken(string password, string id = "clerk", string current = "") => [.. PasswordRules.Check(new(password, id, current), "New").Select(error => error.Code)];
}
