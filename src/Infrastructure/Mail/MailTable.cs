using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Mail;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Mail;

/// <summary>The table of the Mail module.</summary>
internal sealed class MailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.IsAggregate("OutgoingMails");
        builder.Property(m => m.Kind).HasMaxLength(3);
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.HasIndex(m => m.SubjectId);
    }
}
