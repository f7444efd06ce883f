namespace NexiPortal.Infrastructure.Documents;

/// <summary>Where a line of Japanese may end (kinsoku, JIS X 4051 in its strict form), Latin words kept whole while they fit.</summary>
internal static class LineBreaking
{
    private const string NeverFirst =
        "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々〻ー―…‥～〜’”)）〕]］}｝〉》」』】〗〙〟»" +
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％%‰℃";
    private const string Units = "年月日時分秒版号階条項番丁円";
    private const string NeverLast = "‘“(（〔[［{｛〈《「『【〖〘〝«〒¥￥＄$";

    private const string WideSpace = "\u3000";

    private const int Forlorn = 2;
    private const float Narrow = 12;

    // Rounding of advances must not push the last character of an exactly fitting line away.
    private const float Tolerance = 0.001f;

    /// <summary>Splits glyphs into lines no wider than <paramref name="width"/> (in em); every glyph is in exactly one line.</summary>
    public static List<Range> Break(IReadOnlyList<Glyph> glyphs, float width)
    {
        var lines = Fill(glyphs, width);
        if (lines.Count == 2 && DivideAtWideSpace(glyphs, lines[0].End.Value, width) is { } space)
            return [new(0, space), new(space, glyphs.Count)];
        if (lines.Count < 2 || width < Narrow || LastLength(lines) > Forlorn)
            return lines;
        // A last line of one or two characters looks lost: shorter lines above give it company.
        var shorter = Fill(glyphs, width - Forlorn);
        return shorter.Count == lines.Count ? shorter : lines;
    }

    // Two lines of an address are best divided where its writer left a full-width space, before the building.
    private static int? DivideAtWideSpace(IReadOnlyList<Glyph> glyphs, int endOfFirst, float width)
    {
        for (var start = endOfFirst; start > Forlorn + 1; start--)
        {
            if (glyphs[start - 1].Text == WideSpace)
                return glyphs.Count - start > Forlorn && glyphs.Skip(start).Sum(glyph => glyph.Advance) <= width + Tolerance ? start : null;
        }
        return null;
    }

    private static int LastLength(List<Range> lines) => lines[^1].End.Value - lines[^1].Start.Value;

    private static List<Range> Fill(IReadOnlyList<Glyph> glyphs, float width)
    {
        var lines = new List<Range>();
        for (var start = 0; start < glyphs.Count;)
        {
            var end = EndOfLine(glyphs, start, width);
            lines.Add(start..end);
            start = end;
        }
        return lines;
    }

    private static int EndOfLine(IReadOnlyList<Glyph> glyphs, int start, float width)
    {
        var lastBreak = start;
        var used = 0f;
        for (var i = start; i < glyphs.Count; i++)
        {
            if (i > start && MayBreakBetween(glyphs[i - 1], glyphs[i]))
                lastBreak = i;
            used += glyphs[i].Advance;
            // A space hangs over the end of its line, as any typesetter lets it.
            if (used > width + Tolerance && !IsSpace(glyphs[i]))
                return lastBreak > start ? lastBreak : WithoutSplitting(glyphs, Math.Max(i, start + 1));
        }
        return glyphs.Count;
    }

    private static int WithoutSplitting(IReadOnlyList<Glyph> glyphs, int end)
    {
        // A mark drawn as a glyph of its own goes with its base.
        while (end < glyphs.Count && glyphs[end].Text.Length == 0)
            end++;
        return end;
    }

    private static bool MayBreakBetween(Glyph before, Glyph after)
    {
        var (last, first) = (Last(before), First(after));
        if (after.Text.Length == 0 || IsSpace(after))
            return false;
        if (IsSpace(before))
            return true;
        if (NeverFirst.Contains(first, StringComparison.Ordinal) || NeverLast.Contains(last, StringComparison.Ordinal))
            return false;
        // 2026年11月25日 stays together.
        if ((char.IsDigit(last) && Units.Contains(first, StringComparison.Ordinal)) || (Units.Contains(last, StringComparison.Ordinal) && char.IsDigit(first)))
            return false;
        return !(IsLatin(last) && IsLatin(first)) && !(IsWideNumber(last) && IsWideNumber(first));
    }

    private static char First(Glyph glyph) => glyph.Text.Length == 0 ? '\0' : glyph.Text[0];

    private static char Last(Glyph glyph) => glyph.Text.Length == 0 ? '\0' : glyph.Text[^1];

    private static bool IsSpace(Glyph glyph) => glyph.Text is " " or WideSpace;

    private static bool IsLatin(char c) => c is > ' ' and < '\u2000';

    // １－２－３ of an address stays together.
    private static bool IsWideNumber(char c) => c is >= '０' and <= '９' or '－' or '‐' or '−';
}
