using System.Globalization;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>受付番号, YYMM-NNNNN-C: month of submission in Japan, number within the month, check digit.</summary>
public sealed record ApplicationNumber
{
    /// <summary>Most applications a month can number.</summary>
    public const int MaxSequence = 99_999;

    private const int Length = 12;

    private ApplicationNumber(string value) => Value = value;

    /// <summary>The number as printed: 2607-00123-9.</summary>
    public string Value { get; }

    /// <summary>The number of the <paramref name="sequence"/>th application of a month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month has no numbers left.</exception>
    public static ApplicationNumber Of(DateOnly day, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);
        var digits = string.Create(CultureInfo.InvariantCulture, $"{day:yyMM}-{sequence:00000}");
        return new($"{digits}-{CheckDigit.For(digits)}");
    }

    /// <summary>Reads a number in any width, with its hyphens or with none; null when the check digit does not fit.</summary>
    public static ApplicationNumber? Read(string? text)
    {
        var typed = Tidying.DigitGroups(text ?? "");
        if (typed.Length == Length - 2 && !typed.Contains('-', StringComparison.Ordinal)) typed = $"{typed[..4]}-{typed[4..9]}-{typed[9..]}";
        return typed.Length == Length && typed[4] == '-' && typed[10] == '-'
            && typed.Where((_, i) => i is not (4 or 10)).All(char.IsAsciiDigit)
            && CheckDigit.For(typed.AsSpan(0, 10)) == typed[11]
                ? new(typed)
                : null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
