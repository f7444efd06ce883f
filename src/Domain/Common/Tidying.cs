using System.Collections.Frozen;
using System.Text;

namespace NexiPortal.Domain.Common;

/// <summary>
/// Forgiving input: what was typed in another width or with another hyphen is tidied, never refused.
/// Names keep every character as typed: no Unicode normalisation, which would turn 﨑 or 神 into another character.
/// </summary>
public static class Tidying
{
    private const string HalfWidthKatakana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    private const string Voiceable = "うかきくけこさしすせそたちつてとはひふへほウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲゝヽ";
    private const string Voiced = "ゔがぎぐげござじずぜぞだぢづでどばびぶべぼヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヸヹヺゞヾ";
    private const string SemiVoiceable = "はひふへほハヒフヘホ";
    private const string SemiVoiced = "ぱぴぷぺぽパピプペポ";
    private const string Hyphens = "-‐‑‒–—―−－ー─━ｰ﹣˗⁃";

    private static readonly FrozenDictionary<char, (string Kanji, string Kana)> CompanyForms = new Dictionary<char, (string, string)>
    {
        ['㈱'] = ("株式会社", "カブシキガイシャ"),
        ['㍿'] = ("株式会社", "カブシキガイシャ"),
        ['㈲'] = ("有限会社", "ユウゲンガイシャ"),
        ['㈴'] = ("合名会社", "ゴウメイガイシャ"),
        ['㈾'] = ("合資会社", "ゴウシガイシャ"),
        ['㈳'] = ("社団法人", "シャダンホウジン"),
        ['㈶'] = ("財団法人", "ザイダンホウジン"),
        ['㈻'] = ("学校法人", "ガッコウホウジン"),
        ['㈿'] = ("協同組合", "キョウドウクミアイ"),
    }.ToFrozenDictionary();

    /// <summary>Full-width text: ASCII, spaces and ｶﾅ become full-width, ㈱ and its like are written out.</summary>
    public static string FullWidth(string typed) => Widen(typed, form => form.Kanji);

    /// <summary>Full-width katakana: as full-width text, and ひらがな and hyphens become カタカナ and ー.</summary>
    public static string Katakana(string typed)
    {
        var text = new StringBuilder();
        foreach (var c in Widen(typed, form => form.Kana))
        {
            text.Append(c switch
            {
                >= 'ぁ' and <= 'ゖ' => (char)(c + 0x60),
                'ゝ' => 'ヽ',
                'ゞ' => 'ヾ',
                _ when Hyphens.Contains(c, StringComparison.Ordinal) => 'ー',
                _ => c,
            });
        }
        return text.ToString();
    }

    /// <summary>Half-width text: full-width ASCII and spaces become half-width.</summary>
    public static string HalfWidth(string typed)
    {
        var text = new StringBuilder();
        foreach (var c in typed) text.Append(Narrow(c));
        return text.ToString().Trim();
    }

    /// <summary>
    /// Digits of any width with their groups: hyphen-like characters, brackets and spaces between two digits become one hyphen, 〒 goes.
    /// Anything else stays, for the check to name it.
    /// </summary>
    public static string DigitGroups(string typed)
    {
        var text = new StringBuilder();
        var separated = false;
        foreach (var c in typed.Select(Narrow))
        {
            if (c == '〒') continue;
            if (c is ' ' or '(' or ')' or '[' or ']' || Hyphens.Contains(c, StringComparison.Ordinal))
            {
                separated = text.Length > 0;
                continue;
            }
            if (separated) text.Append('-');
            separated = false;
            text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>Whether two spellings differ in more than surrounding spaces, so that the person should be told (⑪).</summary>
    public static bool Shows(string typed, string tidied) => !string.Equals(typed.Trim(), tidied, StringComparison.Ordinal);

    private static string Widen(string typed, Func<(string Kanji, string Kana), string> write)
    {
        var text = new StringBuilder();
        foreach (var c in typed)
        {
            var wide = c switch
            {
                '"' => '”',
                '\'' => '’',
                '\\' or '¥' => '￥',
                > ' ' and <= '~' => (char)(c + 0xFEE0),
                '\t' or '\r' or '\n' => '　',
                _ when char.IsWhiteSpace(c) => '　',
                >= '｡' and <= 'ﾟ' => HalfWidthKatakana[c - '｡'],
                '¢' => '￠',
                '£' => '￡',
                '¬' => '￢',
                '¦' => '￤',
                _ => c,
            };
            if (CompanyForms.TryGetValue(wide, out var form)) text.Append(write(form));
            else if (!ComposedWithMark(text, wide, c)) text.Append(wide);
        }
        return text.ToString().Trim('　');
    }

    // A voicing mark typed after its kana (combining, or half-width ﾞﾟ) joins it; a full-width ゛ typed by itself is left alone.
    private static bool ComposedWithMark(StringBuilder text, char mark, char typed)
    {
        var (from, to) = (mark, typed) switch
        {
            ('\u3099', _) or (_, 'ﾞ') => (Voiceable, Voiced),
            ('\u309A', _) or (_, 'ﾟ') => (SemiVoiceable, SemiVoiced),
            _ => ("", ""),
        };
        if (text.Length == 0) return false;
        var at = from.IndexOf(text[^1], StringComparison.Ordinal);
        if (at < 0) return false;
        text[^1] = to[at];
        return true;
    }

    private static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '￥' => '\\',
        '〜' => '~',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };
}
