namespace NexiPortal.Domain.Common;

/// <summary>What a Web user may do for the insurance user.</summary>
public enum WebUserRole
{
    /// <summary>管理者: one for each 保険利用者コード; registers the others.</summary>
    Administrator,

    /// <summary>申込者: up to 99 for each 保険利用者コード.</summary>
    Applicant,
}

/// <summary>WebユーザーID: A (管理者用) or U (申込者用), eight digits, check digit. The digits are given once, whatever the letter, and never again.</summary>
public sealed record WebUserId
{
    /// <summary>Most IDs that can be given.</summary>
    public const int MaxSequence = 99_999_999;

    /// <summary>How many characters an ID has.</summary>
    public const int Length = 10;

    private WebUserId(string value) => Value = value;

    /// <summary>The ID as printed: A000000011.</summary>
    public string Value { get; }

    /// <summary>The role its letter tells.</summary>
    public WebUserRole Role => Value[0] == 'A' ? WebUserRole.Administrator : WebUserRole.Applicant;

    /// <summary>The <paramref name="sequence"/>th ID.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no IDs left.</exception>
    public static WebUserId Of(WebUserRole role, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);
        var digits = $"{sequence:00000000}";
        return new($"{(role == WebUserRole.Administrator ? 'A' : 'U')}{digits}{CheckDigit.For(digits)}");
    }

    /// <summary>Reads an ID in any case and width, grouped or not; null when it is none, or its check digit does not fit.</summary>
    public static WebUserId? Read(string? text)
    {
        var typed = Tidying.DigitGroups(text ?? "").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return typed.Length == Length && typed[0] is 'A' or 'U' && typed.Skip(1).All(char.IsAsciiDigit) && CheckDigit.For(typed.AsSpan(1, 8)) == typed[^1]
            ? new(typed)
            : null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
