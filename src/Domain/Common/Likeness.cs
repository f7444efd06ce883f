using System.Collections.Frozen;
using System.Text;

namespace NexiPortal.Domain.Common;

/// <summary>
/// What spellings of the same have in common: two texts are alike when their likenesses are equal. Made for finding and for telling duplicates; never shown.
/// </summary>
public static class Likeness
{
    private static readonly string[] LegalForms =
    [
        "株式会社", "有限会社", "合同会社", "合名会社", "合資会社", "相互会社", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "社団法人", "財団法人",
        "独立行政法人", "学校法人", "医療法人", "協同組合",
    ];

    private static readonly string[] LegalFormsInKana =
    [
        "カブシキガイシャ", "カブシキカイシャ", "ユウゲンガイシャ", "ゴウドウガイシャ", "ゴウメイガイシャ", "ゴウシガイシャ", "ソウゴガイシャ", "イッパンシャダンホウジン",
        "コウエキシャダンホウジン", "イッパンザイダンホウジン", "コウエキザイダンホウジン", "シャダンホウジン", "ザイダンホウジン", "ドクリツギョウセイホウジン",
        "ガッコウホウジン", "イリョウホウジン", "キョウドウクミアイ",
    ];

    // Forms of one character that a register and a person's keyboard do not agree on; the last is what the others become.
    private static readonly FrozenDictionary<Rune, Rune> Forms = Pairs(
        "髙高", "﨑嵜碕崎", "𠮷吉", "濵濱浜", "邉邊辺", "齋齊斎斉", "澤沢", "德徳", "桒桑", "櫻桜", "廣広", "嶋嶌島", "國国", "眞真", "惠恵", "瀨瀬", "栁柳", "黑黒",
        "\uFA10塚", "\uFA19神", "\uFA1A祥", "\uFA1B福", "ケヶ");

    private static readonly FrozenDictionary<Rune, Rune> LargeKana = Pairs("ァア", "ィイ", "ゥウ", "ェエ", "ォオ", "ッツ", "ャヤ", "ュユ", "ョヨ", "ヮワ", "ヵカ", "ヶケ");

    private static readonly FrozenDictionary<Rune, Rune> KanjiDigits = Pairs("一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9", "〇0");

    /// <summary>A company's name without 株式会社 and its like, spaces, and differences of case and of a character's form.</summary>
    public static string OfName(string name) => Fold(Without(LegalForms, Compact(Tidying.FullWidth(name))), Forms).ToUpperInvariant();

    /// <summary>A name's reading without カブシキガイシャ and its like, spaces, marks, and differences of large and small kana.</summary>
    public static string OfKana(string kana) => Fold(Without(LegalFormsInKana, Compact(Tidying.Katakana(kana)).Replace("ー", "", StringComparison.Ordinal)), LargeKana);

    /// <summary>A telephone number's digits.</summary>
    public static string OfTelephone(string number) => string.Concat(Tidying.DigitGroups(number).Where(char.IsAsciiDigit));

    /// <summary>An address with its numbers as 1-2-3, whether written 1－2－3 or 一丁目２番３号.</summary>
    public static string OfAddress(string address)
    {
        var text = Fold(Fold(Compact(Tidying.FullWidth(address)), Forms), KanjiDigits);
        foreach (var unit in new[] { "丁目", "番地", "番", "号" }) text = text.Replace(unit, "-", StringComparison.Ordinal);
        var groups = Tidying.DigitGroups(text);
        return string.Concat(groups.Where((c, i) => c != '-' || (char.IsAsciiDigit(groups[i - 1]) && char.IsAsciiDigit(groups[i + 1]))));
    }

    private static string Without(string[] forms, string name)
    {
        if (Array.Find(forms, form => name.StartsWith(form, StringComparison.Ordinal)) is { } before) return name[before.Length..];
        return Array.Find(forms, form => name.EndsWith(form, StringComparison.Ordinal)) is { } after ? name[..^after.Length] : name;
    }

    private static string Compact(string text) => string.Concat(text.EnumerateRunes().Where(rune => !IsPassedOver(rune)));

    private static bool IsPassedOver(Rune rune) => rune.Value is '　' or '・' or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string Fold(string text, FrozenDictionary<Rune, Rune> forms) =>
        string.Concat(text.EnumerateRunes().Select(rune => forms.GetValueOrDefault(rune, rune)));

    private static FrozenDictionary<Rune, Rune> Pairs(params string[] groups) => groups
        .Select(group => group.EnumerateRunes().ToArray())
        .SelectMany(runes => runes[..^1].Select(from => KeyValuePair.Create(from, runes[^1])))
        .ToFrozenDictionary();
}
