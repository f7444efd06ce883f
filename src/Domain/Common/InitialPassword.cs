using System.Collections.Frozen;
using System.Security.Cryptography;

namespace NexiPortal.Domain.Common;

/// <summary>One character of an initial password.</summary>
/// <param name="Value">The character, half-width.</param>
/// <param name="Reading">How it is told apart on paper: 大文字エー, 数字なな, シャープ.</param>
public sealed record PasswordCharacter(char Value, string Reading);

/// <summary>
/// 初期パスワード of the 登録完了通知書: 12 characters, each conforming password equally likely, 62 bits.
/// It conforms to the rules of ⑯ and is easy to read off paper and to type: no character looks like another, none is the other case of another in the same shape.
/// </summary>
public sealed class InitialPassword
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 12;

    // Each class of the rules, each character with its name. Left out are 0 O o Q, 1 I i l |, Z z beside 2, S s beside 5, 6 beside b and G, B beside 8, g q beside 9,
    // letters whose two cases differ in size alone, and symbols that are hard to name, to see or to find on a keyboard.
    private static readonly FrozenDictionary<char, string>[] Classes =
    [
        Named("大文字", "Aエー Dディー Eイー Fエフ Gジー Hエイチ Jジェイ Lエル Mエム Nエヌ Rアール Tティー"),
        Named("小文字", "aエー bビー dディー eイー fエフ hエイチ mエム nエヌ rアール tティー"),
        Named("数字", "2に 3さん 4よん 5ご 7なな 8はち 9きゅう"),
        Named("", "#シャープ $ドル %パーセント &アンド *アスタリスク +プラス ?クエスチョン @アットマーク"),
    ];

    private static readonly char[] Alphabet = [.. Classes.SelectMany(named => named.Keys)];

    private InitialPassword(string value) => Value = value;

    /// <summary>The password. It stands on the letter and nowhere else.</summary>
    public string Value { get; }

    /// <summary>Its characters with their readings.</summary>
    public IReadOnlyList<PasswordCharacter> Characters => [.. Value.Select(c => new PasswordCharacter(c, Classes.First(named => named.ContainsKey(c))[c]))];

    /// <summary>A new password for an ID, which it does not contain.</summary>
    public static InitialPassword For(string id)
    {
        // Drawn again until it conforms: mending a draw instead would make some passwords likelier than others.
        string drawn;
        do drawn = RandomNumberGenerator.GetString(Alphabet, Length);
        while (!Classes.All(named => drawn.Any(named.ContainsKey)) || drawn.Contains(id, StringComparison.OrdinalIgnoreCase) || CommonPasswords.Include(drawn));
        return new(drawn);
    }

    private static FrozenDictionary<char, string> Named(string kind, string names) => names.Split(' ').ToFrozenDictionary(name => name[0], name => kind + name[1..]);
}
