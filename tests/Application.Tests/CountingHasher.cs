using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Security;

namespace NexiPortal.Application.Tests;

/// <summary>Counts how often the processor would be taken.</summary>
internal sealed class CountingHasher : IPasswordHasher
{
    private readonly Argon2PasswordHasher _inner = new(new HashingSettings());
    private int _hashes;

    public int Hashes
    {
        get => _hashes;
        set => _hashes = value;
    }

    public string Hash(string password)
    {
        Interlocked.Increment(ref _hashes);
        return _inner.Hash(password);
    }

    public bool Fits(string password, string? hash)
    {
        Interlocked.Increment(ref _hashes);
        return _inner.Fits(password, hash);
    }

    public bool IsOutdated(string hash) => _inner.IsOutdated(hash);
}
