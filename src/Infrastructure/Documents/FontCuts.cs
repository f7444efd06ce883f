namespace NexiPortal.Infrastructure.Documents;

/// <summary>The fonts of a document, cut down to the glyphs it prints. What its template prints has been cut already: measuring the glyphs of a new font is the dearest part of a document.</summary>
internal sealed class FontCuts : IDisposable
{
    private readonly FontCuts? _common;
    private readonly Dictionary<EmbeddedFont, FontCut> _own;

    /// <summary>Cuts the fonts.</summary>
    /// <param name="glyphs">Every glyph printed.</param>
    /// <param name="common">The fonts of the template; they are not released with these.</param>
    public FontCuts(IEnumerable<Glyph> glyphs, FontCuts? common = null)
    {
        _common = common;
        _own = glyphs.Where(glyph => common?.Find(glyph) is null).GroupBy(glyph => glyph.Font).ToDictionary(
            used => used.Key,
            used => used.Key.Cut([.. used.Select(glyph => glyph.Id).Distinct().Order()])
                ?? throw new InvalidOperationException("A document font broke while the portal was running."));
    }

    /// <summary>The font a glyph is printed with.</summary>
    public FontCut Of(Glyph glyph) => _common?.Find(glyph) ?? _own[glyph.Font];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var cut in _own.Values)
            cut.Typeface.Dispose();
    }

    private FontCut? Find(Glyph glyph) => _own.TryGetValue(glyph.Font, out var cut) && cut.NewGlyphs.ContainsKey(glyph.Id) ? cut : null;
}
