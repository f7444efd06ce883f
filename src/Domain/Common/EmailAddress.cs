using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NexiPortal.Domain.Common;

/// <summary>One plain mail address (half-width, no display name, no list), exactly as typed; at most 254 characters.</summary>
public sealed partial record EmailAddress
{
    /// <summary>What SMTP can carry (RFC 5321).</summary>
    public const int MaxLength = 254;

    /// <summary>Stands where an address was taken out; nothing can be delivered there (RFC 2606).</summary>
    public static readonly EmailAddress Forgotten = new("forgotten@example.invalid");

    private const int MaxLocalLength = 64;

    private EmailAddress(string value) => Value = value;

    /// <summary>The address as typed.</summary>
    public string Value { get; }

    /// <summary>
    /// A digest by which requests for the same mailbox are counted: case and a +tag do not make another mailbox.
    /// </summary>
    public string MailboxKey
    {
        get
        {
            var at = Value.LastIndexOf('@');
            var local = Value[..at].Split('+')[0];
            var mailbox = (local + Value[at..]).ToLowerInvariant();
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mailbox)));
        }
    }

    /// <summary>Reads an address; null when it is not one plain address.</summary>
    public static EmailAddress? Read(string? text) =>
        text is { Length: > 0 and <= MaxLength } && Plain().IsMatch(text) && text.LastIndexOf('@') <= MaxLocalLength ? new(text) : null;

    /// <inheritdoc />
    public override string ToString() => Value;

    // \z, not $: a line feed at the end would open another mail header.
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
