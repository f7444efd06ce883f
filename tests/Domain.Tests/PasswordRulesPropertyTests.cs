using System.Globalization;
using System.Text.RegularExpressions;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

/// <summary>The rules of passwords (⑯) over many wishes that nobody thought of: each verdict against the rule said a second time, in other words.</summary>
public sealed partial class PasswordRulesPropertyTests
{
    private const int Wishes = 3000;

    [Theory]
    [InlineData(1u), InlineData(20260701u), InlineData(0x9E3779B9u), InlineData(99u), InlineData(4294967295u)]
    [Trait("Requirement", "S21")]
    public void Verdict_IsThatOfEachRuleSaidASecondTime_AndNamesEachBrokenRuleOnce(uint seed)
    {
        foreach (var wish in new Generator(seed).Wishes().Take(Wishes))
        {
            var errors = PasswordRules.Check(wish, "New");

            errors.ShouldAllBe(error => error.Field == "New", Told(wish, seed));
            var broken = errors.Select(error => error.Code).ToList();
            broken.ShouldBeUnique(Told(wish, seed));
            // Whether a password is common is a matter of lists, tested by examples.
            broken.Where(code => code != CredentialErrors.Common).ShouldBe(Broken(wish), Told(wish, seed));
        }
    }

    [Theory]
    [InlineData(1u), InlineData(20260701u), InlineData(0x9E3779B9u), InlineData(99u), InlineData(4294967295u)]
    public void ForeignCharacters_AreAllNamed_EachOnce_InTheOrderTyped_AndNoOthers(uint seed)
    {
        foreach (var wish in new Generator(seed).Wishes().Take(Wishes))
        {
            var named = PasswordRules.Check(wish, "New").SingleOrDefault(error => error.Code == CredentialErrors.ForeignCharacter)?.Arguments.Single();

            var foreign = Characters(wish.Password).Where(character => !Allowed().IsMatch(character)).Distinct().Select(character => $"「{Readable(character)}」");
            (named ?? "").ShouldBe(string.Concat(foreign), Told(wish, seed));
        }
    }

    // Else a generator that makes nothing but rubbish would prove every rule.
    [Theory]
    [InlineData(1u), InlineData(20260701u), InlineData(0x9E3779B9u), InlineData(99u), InlineData(4294967295u)]
    public void Wishes_BreakEveryRule_AndKeepAllOfThem_OftenEnoughToSaySomething(uint seed)
    {
        var verdicts = new Generator(seed).Wishes().Take(Wishes).Select(wish => PasswordRules.Check(wish, "New").Select(error => error.Code).ToList()).ToList();

        verdicts.Count(broken => broken.Count == 0).ShouldBeGreaterThan(100);
        foreach (var rule in PasswordRules.All) verdicts.Count(broken => broken.Contains(rule.Code)).ShouldBeGreaterThan(20, rule.Code);
        foreach (var rule in PasswordRules.All.Where(rule => rule.Code is not CredentialErrors.Common and not CredentialErrors.SameAsCurrent))
            verdicts.Count(broken => broken is [var only] && only == rule.Code).ShouldBeGreaterThan(0, rule.Code);
    }

    private static IEnumerable<string> Broken(PasswordWish wish)
    {
        var (password, id, current) = wish;
        if (password == "")
        {
            yield return CredentialErrors.NewRequired;
            yield break;
        }
        if (Characters(password).Count is not (>= 8 and <= 32)) yield return CredentialErrors.WrongLength;
        if (!Upper().IsMatch(password)) yield return CredentialErrors.NoUpperCase;
        if (!Lower().IsMatch(password)) yield return CredentialErrors.NoLowerCase;
        if (!Digit().IsMatch(password)) yield return CredentialErrors.NoDigit;
        if (!Symbol().IsMatch(password)) yield return CredentialErrors.NoSymbol;
        if (!Allowed().IsMatch(password)) yield return CredentialErrors.ForeignCharacter;
        if (password.AsSpan().SequenceEqual(current)) yield return CredentialErrors.SameAsCurrent;
        if (Enumerable.Range(0, password.Length).Any(start => id.Select(char.ToUpperInvariant).SequenceEqual(password.Skip(start).Take(id.Length).Select(char.ToUpperInvariant)))) yield return CredentialErrors.ContainsId;
        if (wish.CompanyWords.Any(word => Regex.IsMatch(password, Regex.Escape(word), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))) yield return CredentialErrors.ContainsCompany;
    }

    // As people see them, by the framework's other way of counting.
    private static List<string> Characters(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return [.. starts.Select((start, i) => text[start..(i + 1 < starts.Length ? starts[i + 1] : text.Length)])];
    }

    // What nobody can read is named by its number.
    private static string Readable(string character)
    {
        if (character.All(char.IsWhiteSpace)) return "空白";
        for (var i = 0; i < character.Length; i++)
        {
            var code = char.IsSurrogatePair(character, i) ? char.ConvertToUtf32(character, i) : char.IsSurrogate(character[i]) ? 0xFFFD : character[i];
            if (code == 0xFFFD || Unreadable().IsMatch(char.ConvertFromUtf32(code)) || CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Format)
                return $"U+{code:X4}";
            if (code > 0xFFFF) i++;
        }
        return character;
    }

    private static string Told(PasswordWish wish, uint seed) => $"seed {seed}: {string.Join(' ', wish.Password.Select(c => $"{(int)c:X4}"))}, id {wish.Id}";

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();

    [GeneratedRegex("[a-z]")]
    private static partial Regex Lower();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    // By their codes, lest the same list be written twice: @ _ - # . $ % & * + / ? { } | ` ,
    [GeneratedRegex(@"[\x40\x5F\x2D\x23\x2E\x24\x25\x26\x2A\x2B\x2F\x3F\x7B\x7D\x7C\x60\x2C]")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"\A[A-Za-z0-9\x40\x5F\x2D\x23\x2E\x24\x25\x26\x2A\x2B\x2F\x3F\x7B\x7D\x7C\x60\x2C]+\z")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]")]
    private static partial Regex Unreadable();

    /// <summary>Makes wishes, the same ones from the same seed on every machine (xorshift).</summary>
    private sealed class Generator(uint seed)
    {
        private static readonly string[] Kinds =
        [
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789", "@_-#.$%&*+/?{}|`,", "!\"'()=~^\\;:<>[] ", "ＡＢａｂ０１＠＿＃　", "あアｱ漢髙ßİıſéÅК１٣",
        ];

        private static readonly string[] Odd =
        [
            "𠮷", "😀", "👨‍👩‍👧", "🇯🇵", "葛\U000E0100", "か\u3099", "a\u0301", "A\u030A", "1\uFE0F\u20E3", "\u0301", "\u0000", "\u0007", "\t", "\n", "\r\n", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u200B",
            "\u200D", "\u202E", "\u2028", "\u3000", "\uFEFF", "\uFFFD", "\uE000", "\uFFFF", "\U0010FFFF", "\uD83D", "\uDE00", "\u0378",
        ];

        private static readonly string[] Ids = ["A000000012", "U123456784", "clerk", "supervisor"];

        private static readonly string[] Company = ["hyuga", "100000123"];

        private uint _state = seed;

        public IEnumerable<PasswordWish> Wishes()
        {
            while (true)
            {
                var id = Ids[Next(Ids.Length)];
                var password = Shuffled(Next(6) switch
                {
                    0 => Characters(Next(45), Kinds.Length, odd: 4),
                    1 => Characters(Next(45), 4, odd: 0),
                    2 => Characters(6 + Next(4), 4, odd: 0),
                    3 => Characters(30 + Next(5), 4, odd: 0),
                    // One of each kind, so that the rules are kept but for what is added or lost.
                    _ => [.. Enumerable.Range(0, 4).Where(_ => Next(12) > 0).Select(Of), .. Characters(3 + Next(24), 4, odd: 0), .. Next(4) == 0 ? Characters(1 + Next(2), Kinds.Length, odd: 2) : []],
                });
                if (Next(8) == 0) password = password.Insert(Next(password.Length + 1), Cased(id));
                if (Next(8) == 0) password = password.Insert(Next(password.Length + 1), Cased(Company[Next(Company.Length)]));
                yield return new(password, id, Next(10) switch { 0 => password, 1 => password.ToUpperInvariant(), 2 => "", _ => "Kx7#mpQw9z" }) { CompanyWords = Company };
            }
        }

        private List<string> Characters(int count, int kinds, int odd) =>
            [.. Enumerable.Range(0, count).Select(_ => odd > 0 && Next(odd) == 0 ? Odd[Next(Odd.Length)] : Of(Next(kinds)))];

        private string Of(int kind) => $"{Kinds[kind][Next(Kinds[kind].Length)]}";

        private string Shuffled(List<string> characters)
        {
            for (var i = characters.Count - 1; i > 0; i--)
            {
                var j = Next(i + 1);
                (characters[i], characters[j]) = (characters[j], characters[i]);
            }
            return string.Concat(characters);
        }

        private string Cased(string id) => string.Concat(id.Select(c => Next(2) == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));

        private int Next(int below)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)below);
        }
    }
}
