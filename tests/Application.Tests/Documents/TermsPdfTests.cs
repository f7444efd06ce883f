using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Registration;
using UglyToad.PdfPig;

namespace NexiPortal.Application.Tests.Documents;

public sealed class TermsPdfTests
{
    private static readonly TermsPdf _renderer = new(DocumentFontsTests.Fonts);

    [Fact]
    public void Render_WhenTermsAreLong_NumbersEveryPageAndLosesNothing()
    {
        var terms = Terms(articles: 30);

        var pages = PrintedPdf.Pages(_renderer.Render(terms, "株式会社日本貿易保険"));

        pages.Length.ShouldBeGreaterThan(2);
        for (var i = 0; i < pages.Length; i++)
            pages[i].ShouldEndWith($"{i + 1} / {pages.Length}");
        string[] headings = [.. terms.Sections.Select(section => section.Heading)];
        headings.ShouldAllBe(heading => pages.Any(page => page.Contains(heading)));
        pages.Sum(page => page.Split("取り扱います。").Length - 1).ShouldBe(30 * 2);
    }

    [Fact]
    public void Render_WhenAPageEnds_NeverLeavesAHeadingAlone()
    {
        // Article after article, so that every height of a page's foot occurs.
        foreach (var repetitions in Enumerable.Range(1, 12))
        {
            using var pdf = PdfDocument.Open(_renderer.Render(Terms(articles: 40, repetitions), "株式会社日本貿易保険"));

            pdf.GetPages().Select(LowestTextIsBold).ShouldAllBe(alone => !alone);
        }
    }

    [Fact]
    public void Render_WhenAParagraphIsNumbered_HangsItsTextBesideTheNumber()
    {
        using var pdf = PdfDocument.Open(_renderer.Render(Terms(articles: 1), "株式会社日本貿易保険"));

        var letters = pdf.GetPage(1).Letters;
        var item = letters.Index().First(at => at.Item.Value == "(" && letters[at.Index + 1].Value == "1").Index;
        var lineAbove = letters[item + 3].StartBaseLine;
        var next = letters.Skip(item).First(letter => letter.StartBaseLine.Y < lineAbove.Y - 1);
        next.StartBaseLine.X.ShouldBe(lineAbove.X, 0.1);
        letters[item].StartBaseLine.X.ShouldBeLessThan(lineAbove.X);
    }

    [Fact]
    public void Render_WhenAParagraphIsLongerThanAPage_GoesOnOnTheNext()
    {
        var text = string.Concat(Enumerable.Repeat("この規約は終わりません。", 800));

        var pages = PrintedPdf.Pages(_renderer.Render(new OperatorText("規約", "1.0", new DateOnly(2026, 4, 1), [new("", [text])]), "NEXI"));

        pages.Sum(page => page.Split("この規約は終わりません。").Length - 1).ShouldBeGreaterThanOrEqualTo(800 - pages.Length);
        pages.Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Render_WhenPrintedTwice_GivesTheSameBytes() =>
        _renderer.Render(Terms(3), "株式会社日本貿易保険").ShouldBe(_renderer.Render(Terms(3), "株式会社日本貿易保険"));

    private static bool LowestTextIsBold(UglyToad.PdfPig.Content.Page page)
    {
        var footer = 20 / 25.4 * 72;
        var letters = page.Letters.Where(letter => letter.StartBaseLine.Y > footer && letter.StartBaseLine.Y < page.Height - footer).ToList();
        return letters.MinBy(letter => letter.StartBaseLine.Y)!.PointSize > 10;
    }

    private static OperatorText Terms(int articles, int repetitions = 2) => new("Webサービス利用規約", "1.0", new DateOnly(2026, 4, 1),
    [
        .. Enumerable.Range(1, articles).Select(number => new TextSection($"第{number}条(認証情報の管理)",
        [
            "1. 利用者は、認証情報を自らの責任において厳重に管理するものとします。",
            "2. " + string.Concat(Enumerable.Repeat("登録されたものと一致することを確認したとき、", repetitions * number % 7)) + "本人によるものとして取り扱います。",
            "(1) 認証情報を紛失し、または第三者に知られ、もしくは使用されたおそれがあるときは、直ちに当社に連絡してください。当社は、これを適切に取り扱います。",
        ])),
    ]);
}
