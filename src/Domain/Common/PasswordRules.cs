using System.Text.RegularExpressions;

namespace NexiPortal.Domain.Common;

/// <summary>A password somebody would like to have.</summary>
/// <param name="Password">As typed; nothing is tidied.</param>
/// <param name="Id">The ID it would belong to.</param>
/// <param name="Current">The present password as typed beside it; empty when there is none.</param>
public sealed partial record PasswordWish(string Password, string Id, string Current)
{
    /// <summary>Words by which the company is known, which anybody guesses first; see <see cref="WordsIn"/>.</summary>
    public IReadOnlyList<string> CompanyWords { get; init; } = [];

    /// <summary>What of a name, a code or a host's name could be part of a password: letters and digits, four or more together.</summary>
    public static IReadOnlyList<string> WordsIn(params string[] names) =>
        [.. names.SelectMany(name => Word().Matches(Tidying.HalfWidth(name))).Select(word => word.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex("[A-Za-z0-9]{4,}")]
    private static partial Regex Word();
}

/// <summary>One rule of passwords (⑯).</summary>
/// <param name="Code">Code of its refusal.</param>
/// <param name="Text">The rule as the page lists it.</param>
/// <param name="Break">What the refusal's sentence has to name; null when the rule is kept.</param>
/// <param name="Pattern">Regular expression that a page checks while somebody types; null where the page cannot know.</param>
public sealed record PasswordRule(string Code, string Text, Func<PasswordWish, object[]?> Break, string? Pattern = null);

/// <summary>The rules of passwords (⑯), declared once for checking and for showing.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 8;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 32;

    /// <summary>The symbols a password may have, of which it has one.</summary>
    public const string Symbols = "@_-#.$%&*+/?{}|`,";

    // The same inside the brackets of a regular expression.
    private const string SymbolPattern = @"@_\-#.$%&*+\/?\{\}\|`,";

    /// <summary>Every rule, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<PasswordRule> All =
    [
        new(CredentialErrors.WrongLength, $"{MinLength}文字以上{MaxLength}文字以内であること",
            wish => TextElements.Count(wish.Password) is var length and (< MinLength or > MaxLength) ? [length] : null, $"^.{{{MinLength},{MaxLength}}}$"),
        new(CredentialErrors.NoUpperCase, "半角の英大文字を含むこと", wish => Lacks(wish, char.IsAsciiLetterUpper), "[A-Z]"),
        new(CredentialErrors.NoLowerCase, "半角の英小文字を含むこと", wish => Lacks(wish, char.IsAsciiLetterLower), "[a-z]"),
        new(CredentialErrors.NoDigit, "半角の数字を含むこと", wish => Lacks(wish, char.IsAsciiDigit), "[0-9]"),
        new(CredentialErrors.NoSymbol, $"半角の記号を含むこと(使用できる記号は {string.Join(' ', Symbols.AsEnumerable())} です)", wish => Lacks(wish, IsSymbol), $"[{SymbolPattern}]"),
        new(CredentialErrors.ForeignCharacter, "上記以外の文字を含まないこと", wish => Foreign(wish.Password) is { Length: > 0 } foreign ? [foreign] : null, $"^[A-Za-z0-9{SymbolPattern}]+$"),
        new(CredentialErrors.SameAsCurrent, "現在のパスワードと異なること", wish => Broken(wish.Password == wish.Current)),
        new(CredentialErrors.Common, "推測されやすい単語やキーの並びをもとにしていないこと", wish => Broken(CommonPasswords.Include(wish.Password))),
        new(CredentialErrors.ContainsId, "IDを含まないこと", wish => Broken(wish.Password.Contains(wish.Id, StringComparison.OrdinalIgnoreCase))),
        new(CredentialErrors.ContainsCompany, "保険利用者コードや、会社名・メールアドレスのドメインに使われている英数字(4文字以上)を含まないこと",
            wish => Broken(wish.CompanyWords.Any(word => wish.Password.Contains(word, StringComparison.OrdinalIgnoreCase)))),
    ];

    /// <summary>The refusal of every rule a wish breaks, at one field; none when it may be a password.</summary>
    public static IReadOnlyList<Error> Check(PasswordWish wish, string field) =>
        wish.Password.Length == 0
            ? [Error.At(field, CredentialErrors.NewRequired)]
            : [.. All.Select(rule => rule.Break(wish) is { } named ? Error.At(field, rule.Code, named) : null).OfType<Error>()];

    /// <summary>The same, and that the password was typed the same twice.</summary>
    public static IReadOnlyList<Error> Check(PasswordWish wish, string field, string again, string againField) =>
        wish.Password == again ? Check(wish, field) : [.. Check(wish, field), Error.At(againField, CredentialErrors.NewDiffers)];

    private static object[]? Lacks(PasswordWish wish, Func<char, bool> kind) => Broken(!wish.Password.Any(kind));

    private static object[]? Broken(bool broken) => broken ? [] : null;

    private static bool IsSymbol(char c) => Symbols.Contains(c, StringComparison.Ordinal);

    // 「!」「ａ」: each foreign character once, as it can be read.
    private static string Foreign(string password) =>
        string.Concat(TextElements.Of(password)
            .Where(element => !(element is [var c] && (char.IsAsciiLetterOrDigit(c) || IsSymbol(c))))
            .Distinct()
            .Select(element => $"「{Readable(element)}」"));

    private static string Readable(string element) =>
        string.IsNullOrWhiteSpace(element) ? "空白" : TextElements.FirstForbidden(element) is { } rune ? $"U+{rune.Value:X4}" : element;
}
