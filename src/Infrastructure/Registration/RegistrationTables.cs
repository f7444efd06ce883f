using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Registration;

/// <summary>The tables of the Registration module.</summary>
internal sealed class RegistrationTables :
    IEntityTypeConfiguration<RegistrationLink>, IEntityTypeConfiguration<StatusLink>, IEntityTypeConfiguration<LinkRequest>, IEntityTypeConfiguration<RegistrantSession>,
    IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<RegistrationApplication>, IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<RegistrationLink> builder)
    {
        builder.IsAggregate("RegistrationLinks");
        builder.HasIndex(l => l.TokenDigest).IsUnique();
        // What the clock still has to do: what is done leaves these indexes, however many links there have been.
        builder.HasIndex(l => new { l.ExpiresAt, l.Id }).HasFilter("\"ApplicationId\" IS NULL AND \"Address\" IS NOT NULL");
        builder.HasIndex(l => l.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
        builder.HasIndex(l => l.IssuedAt);
        builder.HasIndex(l => l.Resumes).HasFilter("\"Resumes\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<StatusLink> builder)
    {
        builder.IsAggregate("StatusLinks");
        builder.HasIndex(l => l.TokenDigest).IsUnique();
        builder.HasIndex(l => l.ExpiresAt);
        builder.HasOne<RegistrationApplication>().WithMany().HasForeignKey(l => l.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LinkRequest> builder)
    {
        builder.ToTable("LinkRequests").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Mailbox).HasMaxLength(64);
        builder.Property(r => r.Origin).HasMaxLength(64);
        builder.HasIndex(r => r.At);
        builder.HasIndex(r => new { r.Mailbox, r.Use, r.At });
        builder.HasIndex(r => new { r.Origin, r.At });
    }

    public void Configure(EntityTypeBuilder<RegistrantSession> builder)
    {
        builder.ToTable("RegistrantSessions").HasKey(s => s.Id);
        builder.HasIndex(s => s.StartedAt);
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
        builder.HasIndex(a => a.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
        builder.HasIndex(a => a.DeadSince).HasFilter("\"ForgottenAt\" IS NULL AND \"DeadSince\" IS NOT NULL");
        builder.OwnsMany(a => a.History, history =>
        {
            history.ToTable("ApplicationHistory").WithOwner().HasForeignKey("ApplicationId");
            history.HasKey("ApplicationId", nameof(HistoryEntry.Ordinal));
            history.Property(e => e.Ordinal).ValueGeneratedNever();
            history.HasIndex(e => new { e.Verb, e.At });
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
        builder.ComplexProperty(a => a.Consent, consent => consent.Property(c => c.TermsVersion).HasMaxLength(Consent.MaxVersionLength));
    }

    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.IsAggregate("CaseNotes");
        builder.HasOne<RegistrationApplication>().WithMany().HasForeignKey(n => n.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}
