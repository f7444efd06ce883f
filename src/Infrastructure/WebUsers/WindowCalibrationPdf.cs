using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Infrastructure.WebUsers;

/// <summary>The calibration sheet: rulers round the window's left and upper edge that read 0 where the window is before any offset. All measures are millimetres.</summary>
internal sealed class WindowCalibrationPdf(DocumentFonts fonts, LetterPlacement placement) : IWindowCalibrationRenderer
{
    private const float Left = 20, Right = PdfPage.Width - 20, Width = Right - Left;

    // No printer reaches the very edge of the sheet.
    private const float Margin = 4;

    private const float Hairline = 0.1f, Rule = 0.2f, Heavy = 0.4f;

    // Each ruler three times, so that one can be read wherever the hand is.
    private static readonly float[] _rulersAcross = [28, 41.5f, 49], _rulersDown = [60, 74, 100];

    private static readonly TextStyle _number = new(6);
    private static readonly TextStyle _label = new(6.5f, Grey: 0.3f);
    private static readonly TextStyle _body = new(10, Leading: 1.5f);

    /// <inheritdoc />
    public byte[] Render(WindowCalibration sheet)
    {
        var document = new PdfDocument(fonts);
        var page = document.AddPage();
        DrawWindow(page, sheet);
        EnvelopeWindow.MarkFolds(page);

        page.Text(document.Fitted(sheet.Title, new TextStyle(16, Bold: true), Width, leastPoints: 10), Left, 108);
        foreach (var (index, setting) in sheet.Settings.Index())
            page.Text($"{setting.Label} = {setting.Value}", Left, 118 + index * 6, _body);
        page.Text(sheet.Steps.Title, Left, 134, new TextStyle(11, Bold: true));
        page.Stack(sheet.Steps.Items, new Box(Left, 141, Width, 75), _body, between: 2, indent: 6, index => $"{index + 1}.");
        DrawScale(page, sheet.ScaleLabel);
        return document.Print(sheet.Title, sheet.OperatorName, sheet.CreatedAt);
    }

    private void DrawWindow(PdfPage page, WindowCalibration sheet)
    {
        page.CutLine(EnvelopeWindow.AlwaysSeen(placement));
        page.Frame(EnvelopeWindow.Of(placement), Heavy);
        foreach (var y in _rulersAcross)
        {
            DrawRuler(page, EnvelopeWindow.Left, (float)LetterPlacement.MostRight, (at, length) => page.Line(at, y, at, y + length, Hairline),
                (at, number) => page.Text(number, at + 0.5f, y + 1.8f, _number));
            page.Text(sheet.AcrossLabel, EnvelopeWindow.Left + (float)LetterPlacement.MostRight + 4.5f, y, _label);
        }
        foreach (var x in _rulersDown)
        {
            DrawRuler(page, EnvelopeWindow.Top, (float)LetterPlacement.MostDown, (at, length) => page.Line(x, at, x + length, at, Hairline),
                (at, number) => page.Text(number, x + 1.9f, at + 0.4f, _number));
            page.Text(sheet.DownLabel, x, EnvelopeWindow.Top + (float)LetterPlacement.MostDown + 4, _label, Align.Centre);
        }
    }

    /// <summary>A tick a millimetre, a long one with its number behind it, where the window shows it, every fifth; as far to both sides as the setting goes.</summary>
    private static void DrawRuler(PdfPage page, float zero, float most, Action<float, float> tick, Action<float, string> number)
    {
        for (var offset = -most; offset <= most; offset++)
        {
            if (zero + offset < Margin)
                continue;
            var isFifth = offset % 5 == 0;
            tick(zero + offset, isFifth ? 3.6f : 1.5f);
            if (isFifth)
                number(zero + offset, $"{offset:0}");
        }
    }

    private static void DrawScale(PdfPage page, string label)
    {
        const float y = 232, length = 100, end = 3;
        page.Line(Left, y, Left + length, y, Rule);
        page.Line(Left, y - end, Left, y + end, Rule);
        page.Line(Left + length, y - end, Left + length, y + end, Rule);
        page.Text(label, Left + length / 2, y + 2, _body, Align.Centre);
    }
}
