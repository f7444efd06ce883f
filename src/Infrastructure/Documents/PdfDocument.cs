using SkiaSharp;

namespace NexiPortal.Infrastructure.Documents;

/// <summary>
/// One document being laid out: pages are drawn in millimetres and kept, then printed at once with fonts cut down to the glyphs they use.
/// The same input gives the same bytes: no clock, no chance. Used by one thread; any number of documents may be made at a time.
/// </summary>
/// <param name="fonts">The fonts.</param>
/// <param name="template">What it has in common with others of its kind; null when there is nothing.</param>
internal sealed class PdfDocument(DocumentFonts fonts, PdfTemplate? template = null)
{
    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<(string, bool), IReadOnlyList<Glyph>> _shaped = [];

    /// <summary>How many pages there are so far.</summary>
    public int PageCount => _pages.Count;

    /// <summary>Opens a further page, A4 upright.</summary>
    public PdfPage AddPage()
    {
        var page = new PdfPage(this);
        _pages.Add(page);
        return page;
    }

    /// <summary>Sets text in lines no wider than <paramref name="width"/> millimetres.</summary>
    /// <exception cref="ArgumentException">A character cannot be printed.</exception>
    public TextBlock Text(string text, TextStyle style, float width = float.PositiveInfinity)
    {
        var glyphs = Shape(text, style.Bold);
        return new TextBlock(glyphs, LineBreaking.Break(glyphs, width / style.Size), style);
    }

    /// <summary>Sets text in one line, made smaller to fit <paramref name="width"/>, and in several when it would fall below <paramref name="leastPoints"/>.</summary>
    public TextBlock Fitted(string text, TextStyle style, float width, float leastPoints)
    {
        var natural = Shape(text, style.Bold).Sum(glyph => glyph.Advance) * style.Size;
        var points = natural <= width ? style.Points : Math.Max(leastPoints, style.Points * width / natural * 0.999f);
        return Text(text, style with { Points = points }, width);
    }

    /// <summary>Prints the document.</summary>
    /// <param name="title">What a reader's window is titled.</param>
    /// <param name="author">The operator.</param>
    /// <param name="createdAt">The instant recorded as the document's creation.</param>
    public byte[] Print(string title, string author, DateTimeOffset createdAt)
    {
        using var stream = new MemoryStream();
        using var cuts = new FontCuts(Glyphs, template?.Cuts);
        var created = createdAt.UtcDateTime;
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata
        {
            Title = title,
            Author = author,
            Creator = "NexiPortal",
            Creation = created,
            Modified = created,
        }))
        {
            foreach (var page in _pages)
            {
                page.Draw(document.BeginPage(PdfPage.Width * Millimetre, PdfPage.Height * Millimetre), cuts);
                document.EndPage();
            }
            document.Close();
        }
        return stream.ToArray();
    }

    /// <summary>Keeps what was laid out as the template of further documents.</summary>
    public PdfTemplate ToTemplate() => new(_shaped, new FontCuts(Glyphs));

    /// <summary>Points of a millimetre.</summary>
    internal const float Millimetre = 72 / 25.4f;

    private IEnumerable<Glyph> Glyphs => _pages.SelectMany(page => page.Glyphs);

    private IReadOnlyList<Glyph> Shape(string text, bool bold) =>
        template is not null && template.Shaped.TryGetValue((text, bold), out var glyphs) || _shaped.TryGetValue((text, bold), out glyphs)
            ? glyphs
            : _shaped[(text, bold)] = fonts.Shape(text, bold);
}

/// <summary>How text is set.</summary>
/// <param name="Points">Size in points.</param>
/// <param name="Bold">Whether it is emphasised.</param>
/// <param name="Leading">Distance of two lines, in sizes.</param>
/// <param name="Grey">0 is black, 1 is white.</param>
internal readonly record struct TextStyle(float Points, bool Bold = false, float Leading = 1.35f, float Grey = 0)
{
    /// <summary>Size in millimetres.</summary>
    public float Size => Points / PdfDocument.Millimetre;
}

/// <summary>Text set in lines, ready to be placed.</summary>
internal sealed class TextBlock(IReadOnlyList<Glyph> glyphs, IReadOnlyList<Range> lines, TextStyle style)
{
    /// <summary>How it is set.</summary>
    public TextStyle Style => style;

    /// <summary>Its lines.</summary>
    public IEnumerable<ArraySegment<Glyph>> Lines => lines.Select(line => new ArraySegment<Glyph>(_glyphs, line.Start.Value, line.End.Value - line.Start.Value));

    /// <summary>How many lines it has.</summary>
    public int LineCount => lines.Count;

    /// <summary>Height in millimetres, from the top of the first line's characters to the foot of the last one's.</summary>
    public float Height => lines.Count == 0 ? 0 : style.Size * (1 + (lines.Count - 1) * style.Leading);

    /// <summary>Width of the widest line in millimetres.</summary>
    public float Width => Lines.Select(Measure).DefaultIfEmpty().Max();

    private readonly Glyph[] _glyphs = [.. glyphs];

    /// <summary>Some of its lines as a block of their own, for text that goes on on the next page.</summary>
    public TextBlock Part(int firstLine, int count) => new(_glyphs, [.. lines.Skip(firstLine).Take(count)], style);

    /// <summary>Width of a line in millimetres, without the spaces at its end.</summary>
    public float Measure(ArraySegment<Glyph> line)
    {
        var count = line.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(line[count - 1].Text))
            count--;
        return line[..count].Sum(glyph => glyph.Advance) * style.Size;
    }
}
