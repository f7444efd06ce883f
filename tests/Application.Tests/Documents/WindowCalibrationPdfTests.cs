using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.WebUsers;
using NexiPortal.TestSupport;
using UglyToad.PdfPig.Core;
using Page = UglyToad.PdfPig.Content.Page;
using PdfReader = UglyToad.PdfPig.PdfDocument;

namespace NexiPortal.Application.Tests.Documents;

public sealed class WindowCalibrationPdfTests
{
    private static readonly WindowCalibration _sheet = new()
    {
        Title = "位置合わせシート",
        AcrossLabel = "右へ",
        DownLabel = "下へ",
        Settings = [new("OffsetRight", "右へ 2.5 mm")],
        Steps = new("位置の合わせ方", ["印刷してください。", "折ってください。"]),
        ScaleLabel = "100 mm",
        OperatorName = "株式会社日本貿易保険",
        CreatedAt = RegistrationNotices.Printed,
    };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2.5, -1)]
    public void Window_StandsWhereTheSettingHasIt(double right, double down)
    {
        var frames = Strokes(new() { OffsetRight = right, OffsetDown = down }).Where(box => Math.Abs(box.Width - 90) < 0.05 && Math.Abs(box.Height - 45) < 0.05).ToList();

        var (x, y, _, _) = frames.ShouldHaveSingleItem();
        x.ShouldBe(20 + right, 0.05);
        y.ShouldBe(12 + down, 0.05);
    }

    [Fact]
    public void Scale_IsAHundredMillimetresLong() => Strokes(new()).Count(box => box.Height < 0.05 && Math.Abs(box.Width - 100) < 0.01).ShouldBe(1);

    [Fact]
    public void Rulers_ReadTheSettingThatBringsTheAddressToThem()
    {
        // Wherever the window's left edge is, the ruler's tick there has the number by which the address has to move from its usual 20 mm.
        using var pdf = PdfReader.Open(Render(new()));
        var page = pdf.GetPage(1);
        var words = Words(page).ToList();
        foreach (var offset in (int[])[-15, -10, -5, 0, 5, 10, 15])
            words.Count(word => word.Text == $"{offset}" && word.Left > 20 + offset && word.Left < 21.5 + offset).ShouldBe(3, $"right by {offset}");
        foreach (var offset in (int[])[-5, 0, 5, 10])
            words.Count(word => word.Text == $"{offset}" && word.Top > 12 + offset && word.Top < 13.5 + offset).ShouldBe(3, $"down by {offset}");
    }

    [Fact]
    public void Sheet_SaysHowToUseItOnOnePage()
    {
        var page = PrintedPdf.Pages(Render(new())).ShouldHaveSingleItem();

        string[] needed = ["位置合わせシート", "OffsetRight = 右へ 2.5 mm", "1.印刷してください。", "2.折ってください。", "100 mm"];
        needed.ShouldAllBe(text => page.Contains(text));
    }

    [Fact]
    public async Task Print_NamesTheSettingsInForce()
    {
        await using var portal = await TestPortal.StartAsync();

        var page = PrintedPdf.Pages((await portal.SendAsync(new PrintWindowCalibration.Query())).Value).ShouldHaveSingleItem();

        page.ShouldContain("OffsetRight = 右へ 0 mm");
        page.ShouldContain("OffsetDown = 下へ 0 mm");
    }

    private static byte[] Render(LetterPlacement placement) => new WindowCalibrationPdf(DocumentFontsTests.Fonts, placement).Render(_sheet);

    private static List<(double X, double Y, double Width, double Height)> Strokes(LetterPlacement placement)
    {
        using var pdf = PdfReader.Open(Render(placement));
        var page = pdf.GetPage(1);
        return [.. page.Paths.Where(path => path.IsStroked).Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>()
            .Select(box => (Millimetres(box.Left), Millimetres(page.Height - box.Top), Millimetres(box.Width), Millimetres(box.Height)))];
    }

    private static IEnumerable<(string Text, double Left, double Top)> Words(Page page) =>
        page.GetWords().Select(word => (word.Text, Millimetres(word.BoundingBox.Left), Millimetres(page.Height - word.BoundingBox.Top)));

    private static double Millimetres(double points) => points / 72 * 25.4;
}
