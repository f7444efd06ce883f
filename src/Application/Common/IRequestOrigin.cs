namespace NexiPortal.Application.Common;

/// <summary>Where a request comes from.</summary>
public interface IRequestOrigin
{
    /// <summary>A keyed digest of the network address: the same for everyone behind it, and no way back to it.</summary>
    string Digest { get; }
}

/// <summary>The key of those digests; kept outside the database, so that nobody who reads it can try all addresses.</summary>
/// <param name="Bytes">32 random bytes.</param>
public sealed record OriginKey(byte[] Bytes);
