using System.Globalization;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Infrastructure.Documents;

/// <summary>
/// The fonts of everything the portal prints: BIZ UDPGothic, and Noto Sans JP for the characters it lacks (𠮷 and others).
/// Loaded once at start; safe on any thread.
/// </summary>
internal sealed class DocumentFonts : IPrintableText, IDisposable
{
    private readonly EmbeddedFont[] _regular, _bold;

    /// <summary>Reads the fonts out of the installation.</summary>
    /// <exception cref="StartRefusedException">A font is missing or broken: the portal must refuse to start.</exception>
    public DocumentFonts()
    {
        var fallback = EmbeddedFont.Load("NotoSansJP-Regular.ttf");
        _regular = [EmbeddedFont.Load("BIZUDPGothic-Regular.ttf"), fallback];
        _bold = [EmbeddedFont.Load("BIZUDPGothic-Bold.ttf"), fallback];
    }

    /// <summary>Releases the fonts.</summary>
    public void Dispose()
    {
        foreach (var font in _regular.Union(_bold))
            font.Dispose();
    }

    /// <inheritdoc />
    public bool CanPrint(string textElement) => FontFor(_regular, textElement) is not null && FontFor(_bold, textElement) is not null;

    /// <summary>Turns text into glyphs, as typed: no normalisation of any kind.</summary>
    /// <exception cref="ArgumentException">A character is in no font. Input refuses such characters; a document never shows a box in their place.</exception>
    internal IReadOnlyList<Glyph> Shape(string text, bool bold)
    {
        var glyphs = new List<Glyph>(text.Length);
        EmbeddedFont? current = null;
        var runStart = 0;
        foreach (var (start, length) in TextElements(text))
        {
            var font = FontFor(bold ? _bold : _regular, text.AsSpan(start, length)) ?? throw Unprintable(text.Substring(start, length));
            if (font == current)
                continue;
            current?.Shape(text, runStart, start - runStart, glyphs);
            (current, runStart) = (font, start);
        }
        current?.Shape(text, runStart, text.Length - runStart, glyphs);
        return glyphs;
    }

    private static EmbeddedFont? FontFor(EmbeddedFont[] fonts, ReadOnlySpan<char> element)
    {
        foreach (var font in fonts)
        {
            if (font.CanPrint(element))
                return font;
        }
        return null;
    }

    private static IEnumerable<(int Start, int Length)> TextElements(string text)
    {
        for (int start = 0, length; start < text.Length; start += length)
        {
            length = StringInfo.GetNextTextElementLength(text, start);
            yield return (start, length);
        }
    }

    private static ArgumentException Unprintable(string element) =>
        new($"No document font can print {string.Join(' ', element.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"))}.");
}
