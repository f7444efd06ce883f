using System.Text;
using QRCoder;
using SkiaSharp;

namespace NexiPortal.Infrastructure.Documents;

/// <summary>Where text stands in its box, across.</summary>
internal enum Align
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right edge.</summary>
    Right,
}

/// <summary>A rectangle on the page in millimetres from the top left corner.</summary>
internal readonly record struct Box(float X, float Y, float Width, float Height)
{
    /// <summary>The right edge.</summary>
    public float Right => X + Width;

    /// <summary>The lower edge.</summary>
    public float Bottom => Y + Height;

    /// <summary>This box made smaller on each side.</summary>
    public Box Inset(float across, float down) => new(X + across, Y + down, Width - 2 * across, Height - 2 * down);
}

/// <summary>One A4 page: what is drawn on it, in millimetres from the top left corner. Greys: 0 is black, 1 is white.</summary>
internal sealed class PdfPage(PdfDocument document)
{
    /// <summary>Width of A4.</summary>
    public const float Width = 210;

    /// <summary>Height of A4.</summary>
    public const float Height = 297;

    // The em box of Japanese type hangs this far below the base line.
    private const float Descent = 0.12f;

    private readonly List<Action<SKCanvas, FontCuts>> _marks = [];
    private readonly List<ArraySegment<Glyph>> _lines = [];

    /// <summary>Every glyph on the page.</summary>
    internal IEnumerable<Glyph> Glyphs => _lines.SelectMany(line => line);

    /// <summary>Writes one line; <paramref name="y"/> is the top of its characters.</summary>
    /// <returns>Its width.</returns>
    public float Text(string text, float x, float y, TextStyle style, Align align = Align.Left)
    {
        var block = document.Text(text, style);
        Text(block, x, y, align);
        return block.Width;
    }

    /// <summary>Writes a block; <paramref name="x"/> is its left edge, middle or right edge, <paramref name="y"/> the top of its first line's characters.</summary>
    public void Text(TextBlock block, float x, float y, Align align = Align.Left)
    {
        foreach (var line in block.Lines)
        {
            var left = x - block.Measure(line) * (align switch { Align.Centre => 0.5f, Align.Right => 1, _ => 0 });
            Place(line, left, y + block.Style.Size * (1 - Descent), block.Style);
            y += block.Style.Size * block.Style.Leading;
        }
    }

    /// <summary>Writes a block into a box, in the middle of its height.</summary>
    public void Text(TextBlock block, Box box, Align align = Align.Left)
    {
        var x = align switch { Align.Centre => box.X + box.Width / 2, Align.Right => box.Right, _ => box.X };
        Text(block, x, box.Y + (box.Height - block.Height) / 2, align);
    }

    /// <summary>Writes a block as <see cref="Text(TextBlock, float, float, Align)"/> does.</summary>
    /// <returns>Where it ends: the foot of its last line's characters.</returns>
    public float Place(TextBlock block, float x, float y)
    {
        Text(block, x, y);
        return y + block.Height;
    }

    /// <summary>Writes text into a cell of a table, made smaller to stay on one line as long as it can be read.</summary>
    public void Cell(string text, Box box, TextStyle style, Align align = Align.Left) =>
        Text(document.Fitted(text, style, box.Width - 4, leastPoints: 6), box.Inset(2, 0), align);

    /// <summary>Writes paragraphs one below the other, made smaller until they fit their box.</summary>
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="box">Where they stand.</param>
    /// <param name="style">How they are set when there is room.</param>
    /// <param name="between">Space between two of them.</param>
    /// <param name="indent">How far they hang behind their marks.</param>
    /// <param name="mark">The bullet or number of each, by its index.</param>
    public void Stack(IReadOnlyList<string> paragraphs, Box box, TextStyle style, float between = 0.7f, float indent = 0, Func<int, string>? mark = null)
    {
        List<TextBlock> Set(float points) => [.. paragraphs.Select(text => document.Text(text, style with { Points = points }, box.Width - indent))];
        var points = style.Points;
        var blocks = Set(points);
        while (blocks.Sum(block => block.Height + between) - between > box.Height && points > 5)
            blocks = Set(points -= 0.5f);
        var y = box.Y;
        foreach (var (index, block) in blocks.Index())
        {
            if (mark is not null)
                Text(mark(index), box.X, y, block.Style);
            y = Place(block, box.X + indent, y) + between;
        }
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(float fromX, float fromY, float toX, float toY, float thickness = 0.15f, float grey = 0) =>
        Mark(canvas =>
        {
            using var paint = Stroke(thickness, grey);
            canvas.DrawLine(Pt(fromX), Pt(fromY), Pt(toX), Pt(toY), paint);
        });

    /// <summary>Draws the outline of a box; its size is that of the middle of the line.</summary>
    public void Frame(Box box, float thickness = 0.15f, float grey = 0) =>
        Mark(canvas =>
        {
            using var paint = Stroke(thickness, grey);
            canvas.DrawRect(Rect(box), paint);
        });

    /// <summary>Draws a dashed outline: where scissors go.</summary>
    public void CutLine(Box box)
    {
        const float dash = 3, step = 5;
        Mark(canvas =>
        {
            // Drawn dash by dash: a dashed pen would make the PDF outline each of them.
            using var dashes = new SKPathBuilder();
            for (var x = box.X; x < box.Right; x += step)
            {
                var end = Math.Min(x + dash, box.Right);
                Add(x, box.Y, end, box.Y);
                Add(x, box.Bottom, end, box.Bottom);
            }
            for (var y = box.Y; y < box.Bottom; y += step)
            {
                var end = Math.Min(y + dash, box.Bottom);
                Add(box.X, y, box.X, end);
                Add(box.Right, y, box.Right, end);
            }
            using var path = dashes.Detach();
            using var paint = Stroke(0.2f, 0.3f);
            canvas.DrawPath(path, paint);

            void Add(float fromX, float fromY, float toX, float toY)
            {
                dashes.MoveTo(Pt(fromX), Pt(fromY));
                dashes.LineTo(Pt(toX), Pt(toY));
            }
        });
    }

    /// <summary>Fills a box.</summary>
    public void Fill(Box box, float grey) =>
        Mark(canvas =>
        {
            using var paint = new SKPaint { Color = Colour(grey) };
            canvas.DrawRect(Rect(box), paint);
        });

    /// <summary>Draws a QR code of error correction M, its quiet zone of four modules inside the box.</summary>
    public void QrCode(string text, float x, float y, float side)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = side / rows.Count;
        Mark(canvas =>
        {
            // One path without gaps between neighbours, so that no printer draws hairlines through it.
            using var dark = new SKPathBuilder();
            for (var row = 0; row < rows.Count; row++)
            {
                for (var from = 0; from < rows.Count; from++)
                {
                    var to = from;
                    while (to < rows.Count && rows[row][to])
                        to++;
                    if (to > from)
                        dark.AddRect(SKRect.Create(from, row, to - from, 1));
                    from = to;
                }
            }
            using var path = dark.Detach();
            using var paint = new SKPaint { Color = SKColors.Black };
            canvas.Save();
            canvas.Translate(Pt(x), Pt(y));
            canvas.Scale(Pt(module));
            canvas.DrawPath(path, paint);
            canvas.Restore();
        });
    }

    /// <summary>Draws everything in the order it was placed.</summary>
    internal void Draw(SKCanvas canvas, FontCuts cuts)
    {
        foreach (var mark in _marks)
            mark(canvas, cuts);
    }

    private void Place(ArraySegment<Glyph> line, float x, float baseline, TextStyle style)
    {
        _lines.Add(line);
        _marks.Add((canvas, cuts) =>
        {
            using var paint = new SKPaint { Color = Colour(style.Grey), IsAntialias = true };
            var pen = Pt(x);
            for (int from = 0, to; from < line.Count; from = to)
            {
                var cut = cuts.Of(line[from]);
                to = from + 1;
                while (to < line.Count && cuts.Of(line[to]) == cut)
                    to++;
                var run = line[from..to];
                using var blob = Run(run, cut, style.Points);
                canvas.DrawText(blob, pen, Pt(baseline), paint);
                pen += run.Sum(glyph => glyph.Advance) * style.Points;
            }
        });
    }

    // Glyphs go to the PDF together with the characters they stand for, so that a variant and its selector can be searched and copied.
    private static SKTextBlob Run(ArraySegment<Glyph> glyphs, FontCut cut, float points)
    {
        using var font = new SKFont(cut.Typeface, points) { Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true };
        using var builder = new SKTextBlobBuilder();
        var text = Encoding.UTF8.GetBytes(string.Concat(glyphs.Select(glyph => glyph.Text)));
        var run = builder.AllocateRawPositionedTextRun(font, glyphs.Count, text.Length, null);
        text.CopyTo(run.Text);
        var (pen, cluster, next) = (0f, 0, 0);
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Text.Length > 0)
                (cluster, next) = (next, next + Encoding.UTF8.GetByteCount(glyph.Text));
            run.Glyphs[i] = cut.NewGlyphs[glyph.Id];
            run.Positions[i] = new SKPoint(pen + glyph.OffsetX * points, -glyph.OffsetY * points);
            run.Clusters[i] = (uint)cluster;
            pen += glyph.Advance * points;
        }
        return builder.Build()!;
    }

    private void Mark(Action<SKCanvas> draw) => _marks.Add((canvas, _) => draw(canvas));

    private static SKPaint Stroke(float thickness, float grey) =>
        new() { Style = SKPaintStyle.Stroke, StrokeWidth = Pt(thickness), Color = Colour(grey), IsAntialias = true };

    private static SKColor Colour(float grey)
    {
        var level = (byte)MathF.Round(grey * 255);
        return new SKColor(level, level, level);
    }

    private static SKRect Rect(Box box) => SKRect.Create(Pt(box.X), Pt(box.Y), Pt(box.Width), Pt(box.Height));

    private static float Pt(float millimetres) => millimetres * PdfDocument.Millimetre;
}
