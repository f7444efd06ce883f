using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>What every aggregate's table has.</summary>
internal static class AggregateTable
{
    public static void IsAggregate<T>(this EntityTypeBuilder<T> builder, string table) where T : AggregateRoot
    {
        builder.ToTable(table).HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Events);
    }
}
