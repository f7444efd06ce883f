using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Staff;

/// <summary>職員ID: what a member of staff types to sign in, 3 to 20 letters and digits in any case or width; never given to anybody else.</summary>
public sealed record StaffId
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 3;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 20;

    private StaffId(string value) => Value = value;

    /// <summary>The ID in lower case.</summary>
    public string Value { get; }

    /// <summary>Reads an ID; null when it cannot be one.</summary>
    public static StaffId? Read(string? typed) =>
        Tidy(typed) is { Length: >= MinLength and <= MaxLength } id && id.All(char.IsAsciiLetterOrDigit) ? new(id) : null;

    /// <summary>What was typed, as an ID would be written.</summary>
    public static string Tidy(string? typed) => Tidying.HalfWidth(typed ?? "").ToLowerInvariant();

    /// <inheritdoc />
    public override string ToString() => Value;
}
