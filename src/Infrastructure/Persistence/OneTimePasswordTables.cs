using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>The one-time passwords, one row a person, and the logins that wait for a code.</summary>
internal sealed class OneTimePasswordTables : IEntityTypeConfiguration<OneTimePassword>, IEntityTypeConfiguration<HalfwayLogIn>
{
    public void Configure(EntityTypeBuilder<OneTimePassword> builder)
    {
        builder.IsAggregate("OneTimePasswords");
        builder.HasIndex(o => o.OwnerId).IsUnique();
        builder.ComplexProperty(o => o.InUse);
        builder.ComplexProperty(o => o.Pending);
        builder.ComplexProperty(o => o.Mailed);
        builder.Property(o => o.RecoveryCodes).HasConversion<ValueConversions.Keys, ValueConversions.KeysComparer>();
    }

    public void Configure(EntityTypeBuilder<HalfwayLogIn> builder)
    {
        builder.IsAggregate("HalfwayLogIns");
        builder.HasIndex(h => h.StartedAt);
    }
}
