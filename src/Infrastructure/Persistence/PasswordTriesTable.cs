using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>The tries of passwords; one row an ID, whoever's it is.</summary>
internal sealed class PasswordTriesTable : IEntityTypeConfiguration<PasswordTries>
{
    public void Configure(EntityTypeBuilder<PasswordTries> builder)
    {
        builder.IsAggregate("PasswordTries");
        builder.Property(t => t.Key).HasMaxLength(64);
        builder.HasIndex(t => t.Key).IsUnique();
        builder.HasIndex(t => t.LastTriedAt);
        builder.Property(t => t.Origins).HasConversion<ValueConversions.Origins, ValueConversions.OriginsComparer>();
    }
}
