using System.Text;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Application.Tests.Documents;

public sealed class PdfDocumentTests
{
    private static readonly DateTimeOffset _created = new(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("株式会社髙﨑𠮷商事")]
    [InlineData("葛葛\U000E0100葛\U000E0101")]
    [InlineData("辻\U000E0101辻\U000E0100辻")]
    [InlineData("神\uFA19𠮷葛\U000E0100")]
    [InlineData("か\u3099")]
    [InlineData("taro@sample.com fi ffi")]
    [InlineData(") Tj /JS (app.alert(1)) \\) endstream")]
    public void Print_WhenTextIsDrawn_ExtractsExactlyWhatWasTyped(string text)
    {
        PrintedPdf.Pages(Print(text, bold: false)).ShouldBe([text]);
        PrintedPdf.Pages(Print(text, bold: true)).ShouldBe([text]);
    }

    [Fact]
    public void Print_WhenTextLooksLikePdf_RunsNothing()
    {
        var source = Encoding.Latin1.GetString(Print(") Tj ET /JS (app.alert(1)) /OpenAction <<", bold: false));

        source.ShouldNotContain("/JS");
        source.ShouldNotContain("/OpenAction");
    }

    [Fact]
    public void Print_WhenInputIsTheSame_GivesTheSameBytesOnAnyThread()
    {
        var expected = Print("株式会社髙﨑𠮷商事", bold: true);
        var printed = new byte[64][];

        Parallel.For(0, printed.Length, i => printed[i] = Print("株式会社髙﨑𠮷商事", bold: true));

        printed.ShouldAllBe(pdf => pdf.SequenceEqual(expected));
    }

    [Fact]
    public void Print_WhenGivenTitleAndAuthor_RecordsThemWithTheGivenInstant()
    {
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(Print("あ", bold: false));

        pdf.Information.Title.ShouldBe("題名(髙)");
        pdf.Information.Author.ShouldBe("株式会社日本貿易保険");
        pdf.Information.CreationDate.ShouldNotBeNull().ShouldContain("20260701030000");
    }

    [Theory]
    [InlineData("東京都千代田、丸の内", 6, "東京都千代|田、丸の内")]
    [InlineData("日本貿易「保険」です", 5, "日本貿易|「保険」です")]
    [InlineData("連絡はtaro@sample.comまで", 10, "連絡は|taro@sample.com|まで")]
    [InlineData("丸の内１－２－３ビル", 6, "丸の内|１－２－３ビ|ル")]
    [InlineData("東京都キャッチ", 4, "東京都|キャッチ")]
    [InlineData("届出期間２３日本国内", 7, "届出期間２３日|本国内")]
    [InlineData("東京都丸の内１－２－３　貿易ビル", 14, "東京都丸の内１－２－３　|貿易ビル")]
    [InlineData("東京都千代田区丸の内　中央ビル１号館東棟地下", 14, "東京都千代田区丸の内　|中央ビル１号館東棟地下")]
    [InlineData("東京都　千代田区大手町丸の内有楽町日比谷神田", 14, "東京都　千代田区大手町丸の内|有楽町日比谷神田")]
    [InlineData("日本貿易商事大阪営業所山田太郎　様", 15, "日本貿易商事大阪営業所山田|太郎　様")]
    [InlineData("株式会社日本貿易商事大阪本店営業部", 15, "株式会社日本貿易商事大阪本|店営業部")]
    public void Text_WhenTooWide_BreaksAsJapaneseIsSet(string text, float ems, string lines)
    {
        var style = new TextStyle(10);

        var block = new PdfDocument(DocumentFontsTests.Fonts).Text(text, style, ems * style.Size);

        string.Join('|', block.Lines.Select(line => string.Concat(line.Select(glyph => glyph.Text)))).ShouldBe(lines);
    }

    [Fact]
    public void Text_WhenAWordIsLongerThanTheLine_IsBrokenInsideRatherThanClipped()
    {
        var style = new TextStyle(10);

        var block = new PdfDocument(DocumentFontsTests.Fonts).Text(new string('W', 40), style, 10 * style.Size);

        block.LineCount.ShouldBeGreaterThan(2);
        block.Lines.ShouldAllBe(line => block.Measure(line) <= 10.01f * style.Size);
    }

    [Fact]
    public void Fitted_WhenSlightlyTooWide_ShrinksToOneLineWithinTheWidth()
    {
        var block = new PdfDocument(DocumentFontsTests.Fonts).Fitted("東京都千代田区大手町", new TextStyle(10), 30, leastPoints: 7);

        block.LineCount.ShouldBe(1);
        block.Width.ShouldBeLessThanOrEqualTo(30);
    }

    private static byte[] Print(string text, bool bold)
    {
        var document = new PdfDocument(DocumentFontsTests.Fonts);
        document.AddPage().Text(text, 20, 20, new TextStyle(10, bold));
        return document.Print("題名(髙)", "株式会社日本貿易保険", _created);
    }
}
