using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.WebUsers;

/// <summary>The tables of the WebUsers module; how many there may be of what is a matter of indexes.</summary>
internal sealed class WebUserTables : IEntityTypeConfiguration<WebUser>, IEntityTypeConfiguration<WebUserSession>, IEntityTypeConfiguration<PasswordLink>, IEntityTypeConfiguration<RegistrationNotice>
{
    public void Configure(EntityTypeBuilder<WebUser> builder)
    {
        builder.IsAggregate("WebUsers");
        builder.HasIndex(u => u.UserId).IsUnique();
        builder.HasOne<InsuranceUser>().WithMany().HasForeignKey(u => u.InsuranceUserId).OnDelete(DeleteBehavior.Restrict);
        // One administrator whose ID has not ended, whoever approves and however often.
        builder.HasIndex(u => u.InsuranceUserId, "IX_WebUsers_Administrator").IsUnique()
            .HasFilter($"\"Role\" = '{WebUserRole.Administrator}' AND \"State\" <> '{WebUserState.Ended}'");
        builder.HasIndex(u => new { u.InsuranceUserId, u.Slot }).IsUnique();
        builder.ComplexProperty(u => u.Details);
        builder.ComplexProperty(u => u.Credential, credential => credential.Property(c => c.PasswordHash).HasMaxLength(Credential.MaxHashLength));
    }

    public void Configure(EntityTypeBuilder<WebUserSession> builder)
    {
        builder.ToTable("WebUserSessions").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Browser).HasMaxLength(WebUserSession.MaxBrowserLength);
        builder.HasOne<WebUser>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.OwnerId, s.StartedAt });
    }

    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.IsAggregate("PasswordLinks");
        builder.HasIndex(l => l.TokenDigest).IsUnique();
        builder.HasOne<WebUser>().WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => new { l.OwnerId, l.IssuedAt });
        builder.HasIndex(l => l.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<RegistrationNotice> builder)
    {
        builder.IsAggregate("RegistrationNotices");
        builder.HasOne<WebUser>().WithMany().HasForeignKey(n => n.AdministratorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(n => new { n.AdministratorId, n.Issue }).IsUnique();
        builder.HasIndex(n => n.ApplicationId);
        builder.HasIndex(n => new { n.State, n.SentOn });
        builder.Property(n => n.TrackingNumber).HasMaxLength(RegistrationNotice.MaxTrackingNumberLength);
        builder.ComplexProperty(n => n.Address);
    }
}
