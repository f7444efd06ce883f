using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Audit;

namespace NexiPortal.Application.Audit;

/// <summary>The table of the Audit module; rows are added and sealed, never changed or removed.</summary>
public interface IAuditDb : IUnitOfWork
{
    /// <summary>The audit trail.</summary>
    DbSet<AuditEntry> AuditEntries { get; }
}

/// <summary>The key of the audit chain's seals; kept outside the database, so that who can write the database cannot forge the chain.</summary>
/// <param name="Bytes">32 random bytes.</param>
public sealed record AuditKey(byte[] Bytes);

/// <summary>Who is acting: a registrant's session, a member of staff, or the system itself.</summary>
public interface ICurrentActor
{
    /// <summary>An identity without personal data.</summary>
    string Name { get; }
}
