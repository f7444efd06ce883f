using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NexiPortal.Domain.Registration;

/// <summary>
/// Folds spellings that mean the same to one key, to search by and to notice duplicates with. What was entered stays as it was entered:
/// a key is never shown, printed or exported.
/// </summary>
public static partial class Folding
{
    // Each old or variant form and the form it is looked for under.
    private const string Variants =
        "髙高﨑崎碕崎嵜崎𠮷吉齋斎齊斉邊辺邉辺澤沢濱浜濵浜廣広國国嶋島嶌島櫻桜瀧滝龍竜德徳惠恵榮栄眞真實実條条藏蔵會会團団學学鐵鉄藝芸壽寿豐豊與与萬万圓円禮礼賴頼" +
        "冨富淺浅增増晉晋彌弥曾曽檜桧渡渡渕淵薮藪籔藪莊荘靜静黑黒黃黄綠緑靑青淸清橫横槇槙穗穂" +
        "\uFA19神\uFA1A祥\uFA1B福\uFA1C靖\uFA1D精\uFA1E羽\uFA22諸\uFA26都\uFA2D鶴";

    private const string Kana = "ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケヂジヅズヲオヰイヱエヴブ";

    private static readonly FrozenDictionary<Rune, Rune> Alike =
        (Variants + Kana).EnumerateRunes().Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    // Said before or after the name by itself, and left away as often as not.
    private static readonly string[] LegalForms =
    [
        .. new[]
        {
            "株式会社", "有限会社", "合同会社", "合名会社", "合資会社", "相互会社", "一般社団法人", "公益社団法人", "社団法人", "一般財団法人", "公益財団法人", "財団法人",
            "特定非営利活動法人", "独立行政法人", "国立大学法人", "学校法人", "医療法人", "社会福祉法人", "協同組合",
            "カブシキガイシャ", "カブシキカイシャ", "ユウゲンガイシャ", "ゴウドウガイシャ", "ゴウメイガイシャ", "ゴウシガイシャ", "ソウゴガイシャ", "イッパンシャダンホウジン",
            "コウエキシャダンホウジン", "シャダンホウジン", "イッパンザイダンホウジン", "コウエキザイダンホウジン", "ザイダンホウジン", "トクテイヒエイリカツドウホウジン",
            "ドクリツギョウセイホウジン", "コクリツダイガクホウジン", "ガッコウホウジン", "イリョウホウジン", "シャカイフクシホウジン", "キョウドウクミアイ",
        }.Select(Letters),
    ];

    /// <summary>A company's name in kanji or kana: without its legal form, spaces and marks, old characters and small kana as the common ones.</summary>
    public static string Name(string name)
    {
        var key = Letters(Abbreviated().Replace(Tidying.FullWidth(name), ""));
        var bare = key;
        if (LegalForms.FirstOrDefault(form => bare.StartsWith(form, StringComparison.Ordinal)) is { } before) bare = bare[before.Length..];
        if (LegalForms.FirstOrDefault(form => bare.EndsWith(form, StringComparison.Ordinal)) is { } after) bare = bare[..^after.Length];
        return bare.Length > 0 ? bare : key;
    }

    /// <summary>An address down to its lot: 一丁目２番３号 and 1-2-3 alike; what follows (building, floor) is left away.</summary>
    public static string Address(string address)
    {
        var text = Letters(Tidying.FullWidth(address), keepsHyphens: true);
        text = Chome().Replace(text, match => $"{Numeral(match.Groups[1].Value)}-");
        text = LotMark().Replace(text, "-");
        return ToLot().Match(text) is { Success: true } lot ? lot.Value.TrimEnd('-') : text;
    }

    /// <summary>A telephone number by its digits.</summary>
    public static string Digits(string number) => new([.. Tidying.HalfWidth(number).Where(char.IsAsciiDigit)]);

    /// <summary>A mail address, the case of its letters aside.</summary>
    public static string Mail(string address) => Tidying.HalfWidth(address).ToLowerInvariant();

    // Letters and digits only, half-width where ASCII has them, each in its common form.
    private static string Letters(string text) => Letters(text, keepsHyphens: false);

    private static string Letters(string text, bool keepsHyphens)
    {
        var key = new StringBuilder();
        foreach (var rune in Joined(text).EnumerateRunes())
        {
            var common = Alike.GetValueOrDefault(rune, rune);
            var narrow = common.Value is >= '！' and <= '～' ? new Rune(common.Value - 0xFEE0) : common;
            if (narrow.Value is 'ー' or '−' || Rune.GetUnicodeCategory(narrow) == UnicodeCategory.DashPunctuation) key.Append(keepsHyphens ? "-" : "");
            else if (Rune.IsLetterOrDigit(narrow)) key.Append(Rune.ToUpperInvariant(narrow));
        }
        return key.ToString();
    }

    // ヴァ sounds as バ.
    private static string Joined(string text) =>
        text.Replace("ヴァ", "バ", StringComparison.Ordinal).Replace("ヴィ", "ビ", StringComparison.Ordinal)
            .Replace("ヴェ", "ベ", StringComparison.Ordinal).Replace("ヴォ", "ボ", StringComparison.Ordinal);

    private static int Numeral(string kanji)
    {
        const string digits = "〇一二三四五六七八九";
        var tens = kanji.IndexOf('十', StringComparison.Ordinal);
        if (tens < 0) return digits.IndexOf(kanji[^1], StringComparison.Ordinal);
        var ones = tens + 1 < kanji.Length ? digits.IndexOf(kanji[^1], StringComparison.Ordinal) : 0;
        return (tens == 0 ? 1 : digits.IndexOf(kanji[0], StringComparison.Ordinal)) * 10 + ones;
    }

    [GeneratedRegex("（[株有同資名]）")]
    private static partial Regex Abbreviated();

    [GeneratedRegex("([一二三四五六七八九十]{1,3})丁目")]
    private static partial Regex Chome();

    [GeneratedRegex("(?<=[0-9])(丁目|番地ノ?|番|号|ノ|の|-)+")]
    private static partial Regex LotMark();

    [GeneratedRegex("^[^0-9]*[0-9][0-9-]*")]
    private static partial Regex ToLot();
}
