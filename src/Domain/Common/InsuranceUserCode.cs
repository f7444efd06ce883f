namespace NexiPortal.Domain.Common;

/// <summary>保険利用者コード: nine digits, one for each head office, branch, department or establishment. Codes of old are kept as they are.</summary>
public sealed record InsuranceUserCode
{
    /// <summary>Highest number a code can have.</summary>
    public const int MaxNumber = 999_999_999;

    /// <summary>How many digits a code has.</summary>
    public const int Length = 9;

    private InsuranceUserCode(string value) => Value = value;

    /// <summary>The nine digits.</summary>
    public string Value { get; }

    /// <summary>The code of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No code has that number: there are none left.</exception>
    public static InsuranceUserCode Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MaxNumber);
        return new($"{number:000000000}");
    }

    /// <summary>Reads a code in any width, grouped or not; null when it has not nine digits.</summary>
    public static InsuranceUserCode? Read(string? text)
    {
        var digits = Tidying.DigitGroups(text ?? "").Replace("-", "", StringComparison.Ordinal);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) ? new(digits) : null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
