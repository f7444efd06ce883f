using System.Security.Cryptography;
using System.Text;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>
/// The 登録用パスワード mailed beside the URL (⑦): 12 characters without look-alikes, 58 bits.
/// It guards against a leaked URL, not against a stolen mailbox.
/// </summary>
public sealed class RegistrationPassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 12;

    private RegistrationPassword(string value) => Value = value;

    /// <summary>The password as mailed, in groups of four: abcd-efgh-jkmn.</summary>
    public string Value { get; }

    /// <summary>A new password.</summary>
    public static RegistrationPassword New()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Length);
        return new($"{letters[..4]}-{letters[4..8]}-{letters[8..]}");
    }

    /// <summary>
    /// What the database keeps instead of the password. It is keyed by the token, which the database does not have either,
    /// so a copy of the database lets nobody try passwords, and a password is worth nothing at another link.
    /// </summary>
    public byte[] DigestWith(LinkToken token) => Digest(token, Value);

    /// <summary>The digest of what a person typed, in any width, case or grouping.</summary>
    public static byte[] DigestOfTyped(LinkToken token, string typed)
    {
        var letters = Tidying.HalfWidth(typed).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(Length + 1).ToArray();
        return letters.Length == Length ? Digest(token, $"{new string(letters, 0, 4)}-{new string(letters, 4, 4)}-{new string(letters, 8, 4)}") : [];
    }

    private static byte[] Digest(LinkToken token, string password) =>
        HMACSHA256.HashData(Encoding.ASCII.GetBytes(token.Value), Encoding.ASCII.GetBytes(password));
}
