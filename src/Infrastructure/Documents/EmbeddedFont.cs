using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using NexiPortal.Application.Common;
using SkiaSharp;

namespace NexiPortal.Infrastructure.Documents;

/// <summary>One font carried inside this assembly, whole: what it can print, how text is shaped with it, and cuts of it for one document.</summary>
internal sealed class EmbeddedFont : IDisposable
{
    // A ligature would tie two characters of a name or mail address together.
    private static readonly Feature[] _features = [Feature.Parse("-liga"), Feature.Parse("-clig"), Feature.Parse("-kern")];

    private readonly Face _face;
    private readonly Font _font;
    private readonly float _unitsPerEm;

    // Preparing takes tens of milliseconds and makes every cut several times faster: the first document pays, not the start.
    private readonly Lazy<nint> _cuttable;

    private EmbeddedFont(nint file, int length)
    {
        using var blob = new Blob(file, length, MemoryMode.ReadOnly);
        _face = new Face(blob, 0);
        _font = new Font(_face);
        _unitsPerEm = _face.UnitsPerEm;
        _cuttable = new Lazy<nint>(() => HarfBuzzSubset.Preprocess(_face.Handle));
    }

    /// <summary>Reads a font of this assembly.</summary>
    /// <exception cref="StartRefusedException">The font is missing or broken; no document can be printed, so the portal must not start.</exception>
    public static EmbeddedFont Load(string fileName)
    {
        // It is read where the assembly lies mapped: of its megabytes only what documents use comes into memory.
        using var file = typeof(EmbeddedFont).Assembly.GetManifestResourceStream($"Fonts.{fileName}") as UnmanagedMemoryStream
            ?? throw new StartRefusedException($"The document font {fileName} is missing from the installation.");
        return Load(fileName, HarfBuzzSubset.AddressOf(file), (int)file.Length);
    }

    /// <summary>Reads a font that neither moves nor goes while it is used.</summary>
    internal static EmbeddedFont Load(string fileName, nint file, int length)
    {
        var font = new EmbeddedFont(file, length);
        if (font._font.TryGetNominalGlyph('登', out var probe) && HarfBuzzSubset.Cut(font._face.Handle, [(ushort)probe]) is not null)
            return font;
        font.Dispose();
        throw new StartRefusedException($"The document font {fileName} is broken.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_cuttable.IsValueCreated)
            HarfBuzzSubset.Release(_cuttable.Value);
        _font.Dispose();
        _face.Dispose();
    }

    /// <summary>Whether this font has a glyph for every character of the text element, and for a variation sequence the very variant asked for.</summary>
    public bool CanPrint(ReadOnlySpan<char> textElement)
    {
        var previous = default(Rune);
        foreach (var rune in textElement.EnumerateRunes())
        {
            var printable = IsVariationSelector(rune)
                ? previous != default && _font.TryGetVariationGlyph((uint)previous.Value, (uint)rune.Value, out _)
                : IsVisible(rune) && _font.TryGetNominalGlyph((uint)rune.Value, out _);
            if (!printable)
                return false;
            previous = rune;
        }
        return true;
    }

    /// <summary>Turns text that this font can print into glyphs, in order, each with the characters it stands for.</summary>
    public void Shape(string text, int start, int length, List<Glyph> glyphs)
    {
        using var buffer = new HarfBuzzSharp.Buffer { Direction = Direction.LeftToRight, Script = Script.Han };
        buffer.AddUtf16(text.AsSpan(), start, length);
        _font.Shape(buffer, _features);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < infos.Length; i++)
        {
            // Further glyphs of one cluster (a mark on its base) carry no text of their own.
            var from = (int)infos[i].Cluster;
            var to = i > 0 && infos[i - 1].Cluster == infos[i].Cluster ? from : NextCluster(infos[i..], start + length);
            glyphs.Add(new Glyph(this, (ushort)infos[i].Codepoint, text[from..to],
                positions[i].XAdvance / _unitsPerEm, positions[i].XOffset / _unitsPerEm, positions[i].YOffset / _unitsPerEm));
        }
    }

    /// <summary>This font with nothing but the given glyphs; null when the font is broken.</summary>
    public FontCut? Cut(IReadOnlyCollection<ushort> glyphs)
    {
        if (HarfBuzzSubset.Cut(_cuttable.Value, glyphs) is not { } cut)
            return null;
        using var file = SKData.CreateCopy(cut.File);
        return SKTypeface.FromData(file) is { } typeface ? new FontCut(typeface, cut.NewGlyphs) : null;
    }

    private static int NextCluster(ReadOnlySpan<GlyphInfo> infos, int end)
    {
        foreach (var info in infos)
        {
            if (info.Cluster != infos[0].Cluster)
                return (int)info.Cluster;
        }
        return end;
    }

    private static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

/// <summary>One shaped glyph. Lengths are in em, so one shaping serves every size.</summary>
/// <param name="Font">The font it comes from.</param>
/// <param name="Id">Its number in the whole font.</param>
/// <param name="Text">The characters it stands for, exactly as typed, a variation selector included.</param>
/// <param name="Advance">How far it moves the pen.</param>
/// <param name="OffsetX">How far it is set off to the right.</param>
/// <param name="OffsetY">How far it is set off upwards.</param>
internal sealed record Glyph(EmbeddedFont Font, ushort Id, string Text, float Advance, float OffsetX, float OffsetY);

/// <summary>A font cut down for one document; released with it.</summary>
internal sealed record FontCut(SKTypeface Typeface, IReadOnlyDictionary<ushort, ushort> NewGlyphs);
