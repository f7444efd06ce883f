using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.InsuranceUsers;

/// <summary>The tables of the InsuranceUsers module; a code is given once, and what staff search by is indexed.</summary>
internal sealed class InsuranceUserTable : IEntityTypeConfiguration<InsuranceUser>
{
    public void Configure(EntityTypeBuilder<InsuranceUser> builder)
    {
        builder.IsAggregate("InsuranceUsers");
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasIndex(u => u.HeadOfficeCode);
        builder.HasIndex(u => u.NameLikeness);
        builder.HasIndex(u => u.KanaLikeness);
        builder.HasIndex(u => u.TelephoneLikeness);
        builder.HasIndex(u => u.AddressLikeness);
        builder.ComplexProperty(u => u.Details);
        builder.OwnsMany(u => u.History, history =>
        {
            history.ToTable("InsuranceUserHistory").WithOwner().HasForeignKey("InsuranceUserId");
            history.HasKey("InsuranceUserId", nameof(InsuranceUserHistoryEntry.Ordinal));
            history.Property(e => e.Ordinal).ValueGeneratedNever();
            history.Property(e => e.Before).HasConversion<ValueConversions.Registered>();
            history.Property(e => e.After).HasConversion<ValueConversions.Registered>();
        });
    }
}
