using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>
/// The last number drawn of a sequence: of 受付番号 the month (YYMM), of 保険利用者コード and WebユーザーID a word of four letters.
/// Drawn by one statement that no two writers can run at once.
/// </summary>
internal sealed class NumberSequence
{
    public const string InsuranceUserCodes = "code";
    public const string WebUserIds = "user";

    public string Name { get; private init; } = "";

    public int Last { get; private init; }

    internal sealed class Configuration : IEntityTypeConfiguration<NumberSequence>
    {
        public void Configure(EntityTypeBuilder<NumberSequence> builder)
        {
            builder.ToTable("NumberSequences").HasKey(s => s.Name);
            builder.Property(s => s.Name).HasMaxLength(4);
        }
    }
}
