using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>How one field of step 2 is tidied and checked; lengths count user-perceived characters after tidying.</summary>
public abstract record FieldRule
{
    /// <summary>Most characters the tidied value may have; null where the shape itself says.</summary>
    public virtual int? MaxLength => null;

    /// <summary>What a field with nothing in it is refused with when it is required.</summary>
    public virtual string MissingCode => FieldErrors.Required;

    /// <summary>The rule as the page says it, such as 全角50文字以内; empty where the example is enough.</summary>
    public virtual string Says => "";

    /// <summary>Tidies what was typed; never refuses.</summary>
    public abstract string Tidy(string typed);

    /// <summary>What is wrong with a tidied, non-empty value: a code and what its sentence names; null when nothing is.</summary>
    public abstract Error? Check(string tidied, IPrintableText printable);

    /// <summary>The first character that cannot stand on a document.</summary>
    protected static Error? CheckCharacters(string text, IPrintableText printable)
    {
        if (TextElements.FirstForbidden(text) is { } rune) return new Error(FieldErrors.Forbidden) { Arguments = [$"U+{rune.Value:X4}"] };
        var lacking = TextElements.Of(text).FirstOrDefault(element => !printable.CanPrint(element));
        return lacking is null ? null : new Error(FieldErrors.Unprintable) { Arguments = [lacking] };
    }

    /// <summary>A refusal when the text is longer than the limit.</summary>
    protected static Error? CheckLength(string text, int limit, string code) =>
        TextElements.Count(text) is var length && length > limit ? new Error(code) { Arguments = [limit, length] } : null;
}

/// <summary>Full-width text such as a name or an address.</summary>
/// <param name="Limit">Most characters.</param>
public sealed record FullWidthRule(int Limit) : FieldRule
{
    /// <inheritdoc />
    public override int? MaxLength => Limit;

    /// <inheritdoc />
    public override string Says => $"全角{Limit}文字以内";

    /// <inheritdoc />
    public override string Tidy(string typed) => Tidying.FullWidth(typed);

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable) =>
        CheckCharacters(tidied, printable) ?? CheckLength(tidied, Limit, FieldErrors.TooLongFullWidth);
}

/// <summary>Full-width katakana with ー ・ and spaces.</summary>
/// <param name="Limit">Most characters.</param>
public sealed record KatakanaRule(int Limit) : FieldRule
{
    /// <inheritdoc />
    public override int? MaxLength => Limit;

    /// <inheritdoc />
    public override string Says => $"全角カタカナ{Limit}文字以内";

    /// <inheritdoc />
    public override string Tidy(string typed) => Tidying.Katakana(typed);

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable)
    {
        if (TextElements.FirstForbidden(tidied) is not null) return CheckCharacters(tidied, printable);
        var other = TextElements.Of(tidied).FirstOrDefault(element => element.Any(c => !IsKatakana(c)));
        return other is not null
            ? new Error(FieldErrors.NotKatakana) { Arguments = [other] }
            : CheckCharacters(tidied, printable) ?? CheckLength(tidied, Limit, FieldErrors.TooLongFullWidth);
    }

    private static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヺ') or '・' or 'ー' or 'ヽ' or 'ヾ' or '　' or (>= 'ㇰ' and <= 'ㇿ');
}

/// <summary>Seven digits, written NNN-NNNN.</summary>
public sealed record PostalCodeRule : FieldRule
{
    /// <inheritdoc />
    public override string Tidy(string typed)
    {
        var groups = Tidying.DigitGroups(typed);
        var digits = groups.Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 7 && digits.All(char.IsAsciiDigit) ? $"{digits[..3]}-{digits[3..]}" : groups;
    }

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable) =>
        tidied.Length == 8 && tidied[3] == '-' && tidied.Where((_, i) => i != 3).All(char.IsAsciiDigit) ? null : new Error(FieldErrors.NotPostalCode);
}

/// <summary>A Japanese telephone number: 10 or 11 digits from 0; the places of its hyphens are kept.</summary>
public sealed record TelephoneRule : FieldRule
{
    /// <inheritdoc />
    public override string Tidy(string typed) => Tidying.DigitGroups(typed);

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable)
    {
        var digits = tidied.Replace("-", "", StringComparison.Ordinal);
        return digits.Length is 10 or 11 && digits[0] == '0' && digits.All(char.IsAsciiDigit) ? null : new Error(FieldErrors.NotTelephone);
    }
}

/// <summary>A 保険利用者コード issued earlier: nine digits. Whether it exists is checked by staff only.</summary>
public sealed record InsuranceUserCodeRule : FieldRule
{
    /// <inheritdoc />
    public override string Says => "半角数字9桁";

    /// <inheritdoc />
    public override string Tidy(string typed) => InsuranceUserCode.Read(typed)?.Value ?? Tidying.DigitGroups(typed);

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable) =>
        InsuranceUserCode.Read(tidied) is null ? new Error(FieldErrors.NotInsuranceUserCode) : null;
}

/// <summary>Half-width text with a shape of its own: a mail address or the address of a web page.</summary>
/// <param name="Limit">Most characters.</param>
public abstract record HalfWidthRule(int Limit) : FieldRule
{
    /// <inheritdoc />
    public override int? MaxLength => Limit;

    /// <inheritdoc />
    public override string Says => $"半角英数字{Limit}文字以内";

    /// <inheritdoc />
    public override string Tidy(string typed) => Tidying.HalfWidth(typed);

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable)
    {
        if (TextElements.FirstForbidden(tidied) is not null) return CheckCharacters(tidied, printable);
        var wide = TextElements.Of(tidied).FirstOrDefault(element => element.Any(c => c > '~'));
        if (wide is not null) return new Error(FieldErrors.NotHalfWidth) { Arguments = [wide] };
        return CheckLength(tidied, Limit, FieldErrors.TooLongHalfWidth) ?? CheckShape(tidied);
    }

    /// <summary>What is wrong with the shape of a half-width value.</summary>
    protected abstract Error? CheckShape(string tidied);
}

/// <summary>A mail address.</summary>
/// <param name="Limit">Most characters.</param>
public sealed record MailAddressRule(int Limit) : HalfWidthRule(Limit)
{
    /// <inheritdoc />
    protected override Error? CheckShape(string tidied) => EmailAddress.Read(tidied) is null ? new Error(FieldErrors.NotMailAddress) : null;
}

/// <summary>The address of a web page, http or https.</summary>
/// <param name="Limit">Most characters.</param>
public sealed record WebAddressRule(int Limit) : HalfWidthRule(Limit)
{
    /// <inheritdoc />
    protected override Error? CheckShape(string tidied) =>
        tidied.AsSpan().IndexOfAny(' ', '\\') < 0
        && Uri.TryCreate(tidied, UriKind.Absolute, out var address)
        && address.Scheme is ("http" or "https")
        && address.Host.Contains('.', StringComparison.Ordinal)
        && address.UserInfo.Length == 0
            ? null
            : new Error(FieldErrors.NotWebAddress);
}

/// <summary>One of a few choices.</summary>
public sealed record ChoiceRule : FieldRule
{
    /// <summary>The choices offered, in order: key and label.</summary>
    public ChoiceRule(params Choice[] choices) => Choices = choices;

    /// <summary>The choices offered, in order.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <inheritdoc />
    public override string MissingCode => FieldErrors.ChoiceRequired;

    /// <summary>The label of a choice as pages and documents show it.</summary>
    public string LabelOf(string key) => Choices.FirstOrDefault(c => c.Key == key)?.Label ?? "";

    /// <inheritdoc />
    public override string Tidy(string typed) => typed;

    /// <inheritdoc />
    public override Error? Check(string tidied, IPrintableText printable) =>
        Choices.Any(c => c.Key == tidied) ? null : new Error(FieldErrors.UnknownChoice);
}

/// <summary>One choice of a field.</summary>
/// <param name="Key">Stable key kept in the database.</param>
/// <param name="Label">Label shown to people.</param>
public sealed record Choice(string Key, string Label);
