using System.Text;
using NexiPortal.Application.Common;
using Sodium;

namespace NexiPortal.Infrastructure.Security;

/// <summary>Argon2id as libsodium has it; salt and parameters stand in the hash.</summary>
internal sealed class Argon2PasswordHasher(HashingSettings settings) : IPasswordHasher
{
    private const int Mebibyte = 1024 * 1024;

    // What an unknown ID is compared with, so that it costs as much as a known one.
    private readonly string _nobodys = Hash(Guid.NewGuid().ToString(), settings);

    public string Hash(string password) => Hash(password, settings);

    public bool Fits(string password, string? hash) => PasswordHash.ArgonHashStringVerify(hash ?? _nobodys, password) && hash is not null;

    public bool IsOutdated(string hash) => PasswordHash.ArgonPasswordNeedsRehash(Encoding.ASCII.GetBytes(hash), settings.Passes, settings.MemoryMiB * Mebibyte);

    private static string Hash(string password, HashingSettings settings) => PasswordHash.ArgonHashString(password, settings.Passes, settings.MemoryMiB * Mebibyte);
}
