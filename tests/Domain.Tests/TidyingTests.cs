using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

/// <summary>Forgiving input: what is tidied, and what is left exactly as typed.</summary>
public sealed class TidyingTests
{
    [Theory]
    [InlineData("ABC xyz 0-9", "ＡＢＣ　ｘｙｚ　０－９")]
    [InlineData("!#$%&()*+,./:;<=>?@[]^_`{|}~", "！＃＄％＆（）＊＋，．／：；＜＝＞？＠［］＾＿｀｛｜｝～")]
    [InlineData("\"'\\¥", "”’￥￥")]
    [InlineData("日本\u00A0商事\t東京", "日本　商事　東京")]
    [InlineData("日本\r\n商事", "日本　　商事")]
    [InlineData(" 　日本商事　 ", "日本商事")]
    [InlineData("ひらがな", "ひらがな")]
    [InlineData("", "")]
    public void FullWidth_OfHalfWidthText_IsFullWidth(string typed, string tidied) => Tidying.FullWidth(typed).ShouldBe(tidied);

    [Theory]
    [InlineData("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")]
    [InlineData("ｧｨｩｪｫｬｭｮｯｰ｡｢｣､･", "ァィゥェォャュョッー。「」、・")]
    [InlineData("ｳﾞｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞ", "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボ")]
    [InlineData("ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ", "パピプペポ")]
    [InlineData("ﾞｱﾞｶﾟ", "゛ア゛カ゜")]
    public void HalfWidthKana_InEitherKindOfText_BecomesFullWidthWithItsMarks(string typed, string tidied)
    {
        Tidying.FullWidth(typed).ShouldBe(tidied);
        Tidying.Katakana(typed).ShouldBe(tidied);
    }

    [Theory]
    [InlineData("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン")]
    [InlineData("ぁぃぅぇぉっゃゅょゎゔゕゖゝゞ", "ァィゥェォッャュョヮヴヵヶヽヾ")]
    [InlineData("にほん-ぼうえき", "ニホンーボウエキ")]
    [InlineData("ﾆﾎﾝ ﾎﾞｳｴｷ", "ニホン　ボウエキ")]
    [InlineData("ア‐イ−ウ－エ—オ─カ", "アーイーウーエーオーカ")]
    public void Katakana_OfHiraganaAndHyphens_IsKatakana(string typed, string tidied) => Tidying.Katakana(typed).ShouldBe(tidied);

    [Theory]
    [InlineData("㈱", "株式会社", "カブシキガイシャ")]
    [InlineData("㍿", "株式会社", "カブシキガイシャ")]
    [InlineData("㈲", "有限会社", "ユウゲンガイシャ")]
    [InlineData("㈴", "合名会社", "ゴウメイガイシャ")]
    [InlineData("㈾", "合資会社", "ゴウシガイシャ")]
    [InlineData("㈳", "社団法人", "シャダンホウジン")]
    [InlineData("㈶", "財団法人", "ザイダンホウジン")]
    [InlineData("㈻", "学校法人", "ガッコウホウジン")]
    [InlineData("㈿", "協同組合", "キョウドウクミアイ")]
    public void CompanyForm_TypedAsOneCharacter_IsWrittenOut(string typed, string kanji, string kana)
    {
        Tidying.FullWidth(typed + "日本").ShouldBe(kanji + "日本");
        Tidying.Katakana(typed + "ニホン").ShouldBe(kana + "ニホン");
    }

    [Theory]
    [InlineData("\uFA19")]
    [InlineData("\u795E")]
    [InlineData("髙")]
    [InlineData("﨑")]
    [InlineData("𠮷")]
    [InlineData("葛\U000E0100")]
    [InlineData("辻\uFE00")]
    [InlineData("①Ⅳ㎡")]
    [InlineData("゛")]
    public void Name_WithSpecialCharacters_IsLeftExactlyAsTyped(string name)
    {
        Tidying.FullWidth(name).ShouldBe(name);
        Tidying.Katakana(name).ShouldBe(name);
    }

    [Theory]
    [InlineData("か\u3099", "が")]
    [InlineData("は\u309A", "ぱ")]
    [InlineData("ハ\u3099", "バ")]
    [InlineData("ワ\u3099ヰ\u3099ヱ\u3099ヲ\u3099", "ヷヸヹヺ")]
    [InlineData("う\u3099ゝ\u3099ヽ\u3099", "ゔゞヾ")]
    public void CombiningVoicingMark_AfterItsKana_IsComposed(string typed, string tidied) => Tidying.FullWidth(typed).ShouldBe(tidied);

    [Fact]
    public void FullWidthVoicingMark_TypedByItself_IsNotComposed() => Tidying.FullWidth("か゛").ShouldBe("か゛");

    [Fact]
    public void CombiningVoicingMark_AfterAnythingElse_StaysWhereItIs() => Tidying.FullWidth("漢\u3099").ShouldBe("漢\u3099");

    [Theory]
    [InlineData("ｔａｒｏ＠ｓａｍｐｌｅ．ｃｏｍ", "taro@sample.com")]
    [InlineData("　taro@sample.com ", "taro@sample.com")]
    [InlineData("a　b", "a b")]
    [InlineData("￥〜", "\\~")]
    [InlineData("太郎", "太郎")]
    public void HalfWidth_OfFullWidthText_IsHalfWidth(string typed, string tidied) => Tidying.HalfWidth(typed).ShouldBe(tidied);

    [Theory]
    [InlineData('-')]
    [InlineData('－')]
    [InlineData('‐')]
    [InlineData('‑')]
    [InlineData('‒')]
    [InlineData('–')]
    [InlineData('—')]
    [InlineData('―')]
    [InlineData('−')]
    [InlineData('ー')]
    [InlineData('ｰ')]
    [InlineData('─')]
    [InlineData('━')]
    [InlineData('﹣')]
    [InlineData(' ')]
    [InlineData('　')]
    [InlineData('(')]
    [InlineData('）')]
    [InlineData('[')]
    [InlineData('］')]
    public void DigitGroups_WithAnySeparator_AreJoinedByOneHyphen(char separator)
    {
        Tidying.DigitGroups($"12{separator}３４").ShouldBe("12-34");
        Tidying.DigitGroups($"{separator}12{separator}{separator}34{separator}").ShouldBe("12-34");
    }

    [Fact]
    public void DigitGroups_WithAPostalMark_LoseIt() => Tidying.DigitGroups("〒１００").ShouldBe("100");

    [Fact]
    public void DigitGroups_WithAnythingElse_KeepItForTheCheck() => Tidying.DigitGroups("12x34").ShouldBe("12x34");

    [Theory]
    [InlineData("日本 商事")]
    [InlineData("㈱ﾆﾎﾝ")]
    [InlineData("か\u3099")]
    [InlineData("\"\\¥~-")]
    public void Tidying_DoneTwice_ChangesNothingMore(string typed)
    {
        Tidying.FullWidth(Tidying.FullWidth(typed)).ShouldBe(Tidying.FullWidth(typed));
        Tidying.Katakana(Tidying.Katakana(typed)).ShouldBe(Tidying.Katakana(typed));
    }
}
