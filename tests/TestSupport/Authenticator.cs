using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NexiPortal.TestSupport;

/// <summary>An authenticator app, written after RFC 6238 and RFC 4648 and independent of the portal's library.</summary>
public static class Authenticator
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The six digits an app shows for a key as typed, in groups or not, so many steps of 30 seconds from an instant.</summary>
    public static string Show(string key, DateTimeOffset at, int stepsAway = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30 + stepsAway);
#pragma warning disable CA5350 // Authenticator apps use SHA-1.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] Decode(string key)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in key.Where(char.IsAsciiLetterOrDigit))
        {
            (buffer, bits) = ((buffer << 5) | Base32.IndexOf(letter), bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
