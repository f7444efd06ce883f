using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NexiPortal.Domain.Audit;

/// <summary>
/// One line of the audit trail: what happened to what, when. It carries identities only, no personal data.
/// Written unsealed in the transaction of the change; sealed afterwards, in order, into a chain of keyed hashes.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    /// <summary>Identity; of the entries at hand, those with the earlier of these time-ordered identities are sealed first.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; private init; }

    /// <summary>Who did it: a registrant's session, a member of staff, a Web user, or the system.</summary>
    public string Actor { get; private init; } = "";

    /// <summary>What happened: the event's name.</summary>
    public string Action { get; private init; } = "";

    /// <summary>What it happened to.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>Place in the chain, from 1; null until sealed.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Keyed hash over this entry and the one before it; null until sealed.</summary>
    public byte[]? Seal { get; private set; }

    /// <summary>A new, unsealed entry.</summary>
    public static AuditEntry Of(string actor, string action, Guid subjectId, DateTimeOffset occurredAt) =>
        new() { Actor = actor, Action = action, SubjectId = subjectId, OccurredAt = occurredAt };

    /// <summary>Binds the entry to its predecessor (null for the first).</summary>
    public void SealAfter(AuditEntry? previous, ReadOnlySpan<byte> key)
    {
        if (Seal is not null) throw new InvalidOperationException("A sealed entry is never sealed again.");
        Sequence = (previous?.Sequence ?? 0) + 1;
        Seal = Hash(previous?.Seal ?? [], key);
    }

    /// <summary>Whether the entry still says what it said when it was sealed after <paramref name="previous"/>.</summary>
    public bool Follows(AuditEntry? previous, ReadOnlySpan<byte> key) =>
        Seal is not null && Sequence == (previous?.Sequence ?? 0) + 1 && CryptographicOperations.FixedTimeEquals(Seal, Hash(previous?.Seal ?? [], key));

    private byte[] Hash(byte[] previousSeal, ReadOnlySpan<byte> key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, previousSeal);
        Append(hash, Id.ToByteArray());
        Span<byte> numbers = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(numbers, Sequence!.Value);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], OccurredAt.ToUnixTimeMilliseconds());
        Append(hash, numbers);
        Append(hash, Encoding.UTF8.GetBytes(Actor));
        Append(hash, Encoding.UTF8.GetBytes(Action));
        Append(hash, SubjectId.ToByteArray());
        return hash.GetHashAndReset();
    }

    // Each part is preceded by its length, so that no two entries can hash the same bytes.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
