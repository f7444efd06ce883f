using System.Security.Cryptography;
using System.Text;

namespace NexiPortal.Domain.Common;

/// <summary>A code that takes the place of one one-time password: ten letters and digits without look-alikes, 49 bits, shown once and to be printed.</summary>
public static class RecoveryCode
{
    private const int Length = 10;
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new code, in two groups of five.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length).Insert(Length / 2, "-");

    /// <summary>What is stored of it: its digest, which is another for each owner. In any case and width, with or without the hyphen.</summary>
    public static string DigestOf(Guid ownerId, string typed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ownerId:N}:{Tidy(typed)}")));

    private static string Tidy(string typed) => string.Concat(Tidying.HalfWidth(typed).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
