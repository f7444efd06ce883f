using NexiPortal.Infrastructure.Registration;
using UglyToad.PdfPig;

namespace NexiPortal.Application.Tests.Documents;

public sealed class ApplicationFormPdfTests
{
    private static readonly ApplicationFormPdf _renderer = new(DocumentFontsTests.Fonts);

    [Theory]
    [InlineData("株式会社髙﨑𠮷商事")]
    [InlineData("葛\U000E0100飾貿易株式会社")]
    [InlineData("辻\U000E0100葛\U000E0101商店")]
    [InlineData(") Tj /JS (alert)")]
    public void Render_WhenNamesAreUnusual_PrintsThemExactlyAsTyped(string name)
    {
        var pages = PrintedPdf.Pages(_renderer.Render(ApplicationForms.Ordinary(company: name, person: name)));

        pages[0].Split(name).Length.ShouldBe(3);
        pages[1].ShouldContain(name);
    }

    [Theory]
    [InlineData(") Tj ET Q (")]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction /AA /URI (http://evil.example/)")]
    [InlineData("endstream endobj 99 0 obj")]
    [Trait("Requirement", "S49")]
    public void Render_WhenAnEntryLooksLikePdf_PrintsItAndAddsNothingElse(string entry)
    {
        var harmless = _renderer.Render(ApplicationForms.Ordinary());

        var pdf = _renderer.Render(ApplicationForms.Ordinary(company: entry, person: entry, representative: entry));

        PrintedPdf.Pages(pdf)[0].ShouldContain(entry);
        Objects(pdf).ShouldBe(Objects(harmless));
        string[] active = ["/JavaScript", "/JS", "/OpenAction", "/URI", "/Launch", "/EmbeddedFile"];
        active.Where(name => System.Text.Encoding.Latin1.GetString(pdf).Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();

        static int Objects(byte[] pdf) => System.Text.Encoding.Latin1.GetString(pdf).Split(" 0 obj").Length;
    }

    [Theory]
    [InlineData(ApplicationForms.HeadOffice)]
    [InlineData(ApplicationForms.Branch)]
    [InlineData(ApplicationForms.WebUser)]
    public void Render_WhenEveryEntryIsAtItsLongest_StaysOnOneFormPageWithNothingMissing(string kind)
    {
        var form = ApplicationForms.Longest(kind);

        var pdf = _renderer.Render(form);

        var pages = PrintedPdf.Pages(pdf);
        pages.Length.ShouldBe(2);
        foreach (var row in form.Sections.SelectMany(section => section.Rows))
            pages[0].ShouldContain(row.Value);
        pages[1].ShouldContain("送付状");
        LettersOutsideMargins(pdf).ShouldBeEmpty();
        pdf.Length.ShouldBeLessThanOrEqualTo(60 * 1024);
    }

    [Theory]
    [InlineData(ApplicationForms.HeadOffice)]
    [InlineData(ApplicationForms.Branch)]
    [InlineData(ApplicationForms.WebUser)]
    public void Render_WhenOrdinary_WeighsAtMost60KilobytesAndSaysWhatTheOfficeNeeds(string kind)
    {
        var form = ApplicationForms.Ordinary(kind);

        var pdf = _renderer.Render(form);

        pdf.Length.ShouldBeLessThanOrEqualTo(60 * 1024);
        var page = PrintedPdf.Pages(pdf)[0];
        string[] needed = [form.Title, form.ApplicationNumber, "第1版", form.AppliedOn, "有効期限(必着)" + form.ValidUntil, "代表者印", form.SealExplanation, .. form.Consent, .. form.Enclosures, "NEXI使用欄", "受付日受付者確認者承認者"];
        needed.ShouldAllBe(text => page.Contains(text));
    }

    [Fact]
    public void Render_WhenPrintedTwice_GivesTheSameBytes() =>
        _renderer.Render(ApplicationForms.Ordinary()).ShouldBe(_renderer.Render(ApplicationForms.Ordinary()));

    [Fact]
    public void Render_AfterAndBesideOthersOfItsKind_GivesTheSameBytes()
    {
        var form = ApplicationForms.Ordinary();
        var first = new ApplicationFormPdf(DocumentFontsTests.Fonts).Render(form);
        var renderer = new ApplicationFormPdf(DocumentFontsTests.Fonts);
        var printed = new byte[16][];

        Parallel.For(0, printed.Length, i =>
        {
            renderer.Render(ApplicationForms.Ordinary(company: "株式会社北陸𠮷精機", person: "髙木 明日香") with { Consent = [form.Consent[0].Replace('1', '7')] });
            printed[i] = renderer.Render(form);
        });

        printed.ShouldAllBe(pdf => pdf.SequenceEqual(first));
    }

    [Fact]
    public void Render_WhenAnEntryCannotBePrinted_RefusesInsteadOfPrintingABox() =>
        Should.Throw<ArgumentException>(() => _renderer.Render(ApplicationForms.Ordinary(company: "日本\u0000商事"))).Message.ShouldContain("U+0000");

    [Fact]
    public void Render_WhenSealed_OffersABoxOf35Millimetres()
    {
        using var pdf = PdfDocument.Open(_renderer.Render(ApplicationForms.Ordinary()));

        var squares = pdf.GetPage(1).Paths.Where(path => path.IsStroked).Select(path => path.GetBoundingRectangle()).OfType<UglyToad.PdfPig.Core.PdfRectangle>()
            .Where(box => Math.Abs(Millimetres(box.Width) - 35) < 0.05 && Math.Abs(Millimetres(box.Height) - 35) < 0.05);

        squares.Count().ShouldBe(1);
    }

    [Fact]
    public void Render_WhenSaved_NamesTheFormAndTheOperator()
    {
        using var pdf = PdfDocument.Open(_renderer.Render(ApplicationForms.Ordinary()));

        pdf.Information.Title.ShouldBe("保険利用者登録申込書 2607-00123-9");
        pdf.Information.Author.ShouldBe("株式会社日本貿易保険");
    }

    private static IEnumerable<string> LettersOutsideMargins(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return [.. pdf.GetPages().SelectMany(page => page.Letters.Where(letter =>
            Millimetres(letter.StartBaseLine.X) < 12 || Millimetres(letter.EndBaseLine.X) > 198
            || Millimetres(letter.StartBaseLine.Y) < 11 || Millimetres(letter.StartBaseLine.Y) > 285)).Select(letter => letter.Value)];
    }

    private static double Millimetres(double points) => points / 72 * 25.4;
}
