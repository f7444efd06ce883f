using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Registration;

/// <summary>The tables of the Registration module.</summary>
internal sealed class RegistrationTables :
    IEntityTypeConfiguration<RegistrationLink>, IEntityTypeConfiguration<MailboxQuota>, IEntityTypeConfiguration<RegistrantSession>,
    IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<RegistrationApplication>, IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<RegistrationLink> builder)
    {
        builder.IsAggregate("RegistrationLinks");
        builder.HasIndex(l => l.TokenDigest).IsUnique();
        builder.HasIndex(l => l.ExpiresAt);
        builder.HasIndex(l => l.Resumes).HasFilter("\"Resumes\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<MailboxQuota> builder)
    {
        builder.IsAggregate("MailboxQuotas");
        builder.Property(q => q.MailboxKey).HasMaxLength(64);
        builder.HasIndex(q => q.MailboxKey).IsUnique();
        builder.Property(q => q.SentAt).HasConversion<ValueConversions.Instants, ValueConversions.InstantsComparer>();
    }

    public void Configure(EntityTypeBuilder<RegistrantSession> builder)
    {
        builder.ToTable("RegistrantSessions").HasKey(s => s.Id);
        builder.HasOne<RegistrationLink>().WithMany().HasForeignKey(s => s.LinkId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.IsAggregate("Drafts");
        builder.HasOne<RegistrationLink>().WithOne().HasForeignKey<Draft>(d => d.LinkId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RegistrationApplication> builder)
    {
        builder.IsAggregate("RegistrationApplications");
        builder.HasIndex(a => a.Number).IsUnique();
        // One application a link, whoever submits and however often.
        builder.HasIndex(a => a.LinkId).IsUnique();
        builder.HasIndex(a => new { a.State, a.ExpiresAt });
        builder.OwnsMany(a => a.History, history =>
        {
            history.ToTable("ApplicationHistory").WithOwner().HasForeignKey("ApplicationId");
            history.HasKey("ApplicationId", nameof(HistoryEntry.Ordinal));
            history.Property(e => e.Ordinal).ValueGeneratedNever();
            history.Property(e => e.Items).HasConversion<ValueConversions.Keys, ValueConversions.KeysComparer>();
        });
        builder.Ignore(a => a.ReviewTime);
        // The work queue: by state or all, by each of its orders.
        builder.HasIndex(a => new { a.State, a.DueAt, a.Number });
        builder.HasIndex(a => new { a.State, a.Number });
        builder.HasIndex(a => new { a.State, a.Type, a.Number });
        builder.HasIndex(a => new { a.DueAt, a.Number });
        builder.HasIndex(a => new { a.Type, a.Number });
        builder.OwnsOne(a => a.Keys, keys =>
        {
            keys.HasIndex(k => k.Name);
            keys.HasIndex(k => k.Kana);
            keys.HasIndex(k => k.Address);
            keys.HasIndex(k => k.Telephone);
            keys.HasIndex(k => k.AdministratorTelephone);
            keys.HasIndex(k => k.Code);
            keys.HasIndex(k => k.AdministratorMail);
            keys.HasIndex(k => k.ContactMail);
        });
        builder.Navigation(a => a.Keys).IsRequired();
        builder.ComplexProperty(a => a.Consent, consent => consent.Property(c => c.TermsVersion).HasMaxLength(20));
    }

    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.IsAggregate("CaseNotes");
        builder.HasOne<RegistrationApplication>().WithMany().HasForeignKey(n => n.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}
