using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>The last number drawn in a month (YYMM); drawn by one statement that no two writers can run at once.</summary>
internal sealed class NumberSequence
{
    public string Month { get; private init; } = "";

    public int Last { get; private init; }

    internal sealed class Configuration : IEntityTypeConfiguration<NumberSequence>
    {
        public void Configure(EntityTypeBuilder<NumberSequence> builder)
        {
            builder.ToTable("NumberSequences").HasKey(s => s.Month);
            builder.Property(s => s.Month).HasMaxLength(4);
        }
    }
}
