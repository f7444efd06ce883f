using System.Text.RegularExpressions;

namespace NexiPortal.Domain.Common;

/// <summary>
/// Passwords that are guessed first: a common word, a word of this house, a year, a run of neighbouring keys, dressed up with a few characters.
/// Upper case, digits and symbols in place of letters (P@ssw0rd) disguise nothing.
/// </summary>
internal static partial class CommonPasswords
{
    /// <summary>A password of which fewer letters and digits are left without its common parts is common.</summary>
    private const int OwnCharacters = 4;

    private const int ShortestRun = 3;

    // Without leading or trailing parts of one another where the shorter word says it all.
    private static readonly string[] Words =
    [
        // of the house
        "nexi", "portal", "bouekihoken", "boueki", "hoken", "insurance", "trade", "export", "yushutsu", "tegata", "kaisha", "company", "touroku", "toroku", "registration",
        "moushikomi", "webuser", "webservice", "service", "user", "staff", "shokuin", "clerk", "uketsuke", "approver", "shonin", "supervisor", "kanrisha", "kanri", "auditor",
        "kansa", "manager", "develop", "only",
        // what people everywhere choose
        "password", "passwd", "passcode", "pass", "word", "secret", "login", "signin", "welcome", "hello", "letmein", "access", "admin", "administrator", "root", "system",
        "master", "guest", "test", "demo", "sample", "temp", "default", "change", "changeme", "initial", "office", "server", "computer", "internet", "network", "security",
        "windows", "microsoft", "google", "apple", "facebook", "amazon", "iloveyou", "love", "trustno", "freedom", "whatever", "princess", "prince", "dragon", "monkey",
        "shadow", "sunshine", "flower", "summer", "winter", "spring", "autumn", "football", "baseball", "soccer", "superman", "batman", "starwars", "pokemon", "killer",
        "cheese", "banana", "orange", "cookie", "coffee", "michael", "jordan", "charlie", "daniel", "thomas", "robert", "jennifer", "jessica", "ashley", "andrew",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "happy", "money", "business", "number",
        // what people in Japan choose
        "pasuwado", "himitsu", "sakura", "nippon", "nihon", "japan", "tokyo", "osaka", "kyoto", "nagoya", "yokohama", "sapporo", "fukuoka", "fuji", "hinode", "kawaii",
        "arigato", "arigatou", "konnichiwa", "ohayou", "ohayo", "sayonara", "daisuki", "aishiteru", "doraemon", "pikachu", "naruto", "gundam", "totoro", "samurai", "ninja",
        "sushi", "ramen", "hanako", "tarou", "taro", "ichiro", "sato", "suzuki", "takahashi", "tanaka", "watanabe", "yamamoto", "nakamura", "kobayashi", "yamada",
    ];

    private static readonly string[] LongestFirst = [.. Words.OrderByDescending(word => word.Length)];

    private static readonly string[] Keys =
    [
        .. new[] { "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol." }
            .SelectMany(row => new[] { row, new string([.. row.Reverse()]) }),
    ];

    /// <summary>Whether a password is one of them.</summary>
    public static bool Include(string password)
    {
        var rest = Repeated().Replace(Year().Replace(WithoutRuns(password.ToLowerInvariant()), " "), " ");
        return Left(Undisguised(rest, 'i')) < OwnCharacters || Left(Undisguised(rest, 'l')) < OwnCharacters;
    }

    private static int Left(string text) =>
        LongestFirst.Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.Ordinal)).Count(char.IsAsciiLetterOrDigit);

    private static string WithoutRuns(string text)
    {
        for (var start = 0; start + ShortestRun <= text.Length; start++)
        {
            var length = 0;
            while (start + length < text.Length && IsRun(text.Substring(start, length + 1))) length++;
            if (length >= ShortestRun) text = $"{text[..start]} {text[(start + length)..]}";
        }
        return text;
    }

    private static bool IsRun(string keys) => Array.Exists(Keys, row => row.Contains(keys, StringComparison.Ordinal));

    private static string Undisguised(string text, char one) => string.Concat(text.Select(c => c switch
    {
        '@' or '4' => 'a',
        '3' => 'e',
        '1' => one,
        '|' => 'l',
        '0' => 'o',
        '$' or '5' => 's',
        '7' or '+' => 't',
        _ => c,
    }));

    [GeneratedRegex(@"(19|20)\d\d")]
    private static partial Regex Year();

    [GeneratedRegex(@"(.)\1\1+")]
    private static partial Regex Repeated();
}
