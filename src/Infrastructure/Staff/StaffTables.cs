using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Staff;

/// <summary>The tables of the Staff module.</summary>
internal sealed class StaffTables : IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.IsAggregate("StaffMembers");
        builder.HasIndex(m => m.StaffId).IsUnique();
        builder.ComplexProperty(m => m.Credential, credential => credential.Property(c => c.PasswordHash).HasMaxLength(Credential.MaxHashLength));
    }

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("StaffSessions").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.MemberId, s.StartedAt });
    }
}
