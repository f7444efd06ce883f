using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("株式会社日本貿易商事", "日本貿易商事株式会社")]
    [InlineData("株式会社日本貿易商事", "㈱日本貿易商事")]
    [InlineData("株式会社　日本貿易商事", "日本貿易商事")]
    [InlineData("株式会社髙﨑𠮷商事", "株式会社高崎吉商事")]
    [InlineData("株式会社葛\U000E0100城", "株式会社葛城")]
    [InlineData("株式会社\uFA19戸", "株式会社神戸")]
    [InlineData("ＡＢＣ・トレード株式会社", "abcﾄﾚｰﾄﾞ")]
    [InlineData("一般社団法人貿易協会", "貿易協会")]
    public void Names_ThatDifferInSpellingAlone_AreAlike(string one, string other) => Likeness.OfName(one).ShouldBe(Likeness.OfName(other));

    [Theory]
    [InlineData("株式会社日本貿易商事", "株式会社日本貿易商会")]
    [InlineData("株式会社北海", "株式会社南海")]
    public void Names_ThatDiffer_AreNotAlike(string one, string other) => Likeness.OfName(one).ShouldNotBe(Likeness.OfName(other));

    [Theory]
    [InlineData("カブシキガイシャニホンショウジ", "にほんしょうじ")]
    [InlineData("カブシキガイシャキャノン", "ｷﾔﾉﾝ")]
    [InlineData("トレーディング・カンパニー", "トレディングカンパニ")]
    public void Readings_ThatDifferInSpellingAlone_AreAlike(string one, string other) => Likeness.OfKana(one).ShouldBe(Likeness.OfKana(other));

    [Theory]
    [InlineData("03-1234-5678", "０３１２３４５６７８")]
    [InlineData("(03)1234-5678", "03 1234 5678")]
    public void TelephoneNumbers_OfTheSameDigits_AreAlike(string one, string other) => Likeness.OfTelephone(one).ShouldBe(Likeness.OfTelephone(other));

    [Theory]
    [InlineData("東京都千代田区千代田一丁目２番３号", "東京都千代田区千代田１－２－３")]
    [InlineData("東京都千代田区霞ヶ関１－２　△△センタービル１階", "東京都千代田区霞ケ関1丁目2△△センタービル1階")]
    [InlineData("京都府京都市中京区１番地", "京都府京都市中京区１")]
    public void Addresses_ThatDifferInSpellingAlone_AreAlike(string one, string other) => Likeness.OfAddress(one).ShouldBe(Likeness.OfAddress(other));

    [Theory]
    [InlineData("東京都千代田区千代田１－２３", "東京都千代田区千代田１－２－３")]
    [InlineData("東京都千代田区千代田１２－３", "東京都千代田区千代田１－２－３")]
    public void Addresses_OfOtherNumbers_AreNotAlike(string one, string other) => Likeness.OfAddress(one).ShouldNotBe(Likeness.OfAddress(other));
}
