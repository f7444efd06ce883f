using System.Globalization;
using System.Text;

namespace NexiPortal.Domain.Common;

/// <summary>Text as people see it: 𠮷 is one character, and so is 葛 with a variation selector.</summary>
public static class TextElements
{
    /// <summary>Length in user-perceived characters.</summary>
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The user-perceived characters in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            yield return text.Substring(i, length);
            i += length;
        }
    }

    /// <summary>The first character that no document may carry: control, format (writing direction, zero width), private or unassigned.</summary>
    public static Rune? FirstForbidden(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return rune;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return rune;
            }
        }
        return null;
    }
}
