using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Audit;

namespace NexiPortal.Infrastructure.Audit;

/// <summary>The table of the Audit module; a place in the chain is taken once.</summary>
internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.Sequence).IsUnique();
        // The page of the trail: the latest first, of all or of one person, action or thing.
        builder.HasIndex(e => new { e.OccurredAt, e.Id });
        builder.HasIndex(e => new { e.Actor, e.OccurredAt, e.Id });
        builder.HasIndex(e => new { e.Action, e.OccurredAt, e.Id });
        builder.HasIndex(e => new { e.SubjectId, e.OccurredAt, e.Id });
        builder.Property(e => e.Sequence).IsConcurrencyToken();
    }
}
