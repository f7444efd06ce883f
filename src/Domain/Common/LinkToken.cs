using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NexiPortal.Domain.Common;

/// <summary>The secret part of a mailed URL (⑦, M04, M17, M18, M20): 128 random bits in 22 characters, short enough not to wrap in a mail.</summary>
public sealed partial class LinkToken
{
    private const int Bytes = 16;
    private const int Length = 22;

    private LinkToken(string value) => Value = value;

    /// <summary>The token as it stands in the URL.</summary>
    public string Value { get; }

    /// <summary>What the database keeps instead of the token.</summary>
    public byte[] Digest => SHA256.HashData(Encoding.ASCII.GetBytes(Value));

    /// <summary>A new token.</summary>
    public static LinkToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Reads the token of a URL; null when it cannot be one.</summary>
    public static LinkToken? Read(string? text) =>
        text is { Length: Length } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? new(text) : null;

    /// <summary>
    /// The token in a URL that suffered in the mail: wrapped over lines, or taken together with the brackets or the full stop round it.
    /// Null when it is whole, and when something is missing.
    /// </summary>
    public static LinkToken? Mend(string? text)
    {
        var inner = Damaged().Match(string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)))).Groups[1].Value;
        return inner == text ? null : Read(inner);
    }

    // Letters and digits on either side would be a part of something else.
    [GeneratedRegex(@"\A[^A-Za-z0-9_-]*([A-Za-z0-9_-]{22})[^A-Za-z0-9]*\z")]
    private static partial Regex Damaged();
}
