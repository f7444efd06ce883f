using System.Security.Cryptography;

namespace NexiPortal.Domain.Common;

/// <summary>A password the portal makes for somebody: 12 characters that keep every rule and look like no other, about 65 bits. It is stored nowhere.</summary>
public sealed class InitialPassword
{
    private const int Length = 12;

    // Of what looks alike (0 O o Q, 1 l I i j |, 2 Z z, 5 S s, 6 G b, 8 B, 9 g q, K k, P p and other letters that only grow) at most one is there.
    private const string Alphabet = "ADEFHJLMNRT" + "acdefhkmnprtuvwxy" + "23456789" + "@#%&*+?$";

    private InitialPassword(string value) => Value = value;

    /// <summary>The password.</summary>
    public string Value { get; }

    /// <summary>A new password for an ID.</summary>
    public static InitialPassword For(string id)
    {
        while (true)
        {
            var drawn = RandomNumberGenerator.GetString(Alphabet, Length);
            if (PasswordRules.Check(new(drawn, id, ""), "").Count == 0) return new(drawn);
        }
    }
}
