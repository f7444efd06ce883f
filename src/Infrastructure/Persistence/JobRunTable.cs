using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NexiPortal.Domain.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>How scheduled work fared, one row a job.</summary>
internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns").HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(JobRun.MaxNameLength);
        builder.Property(r => r.Failure).HasMaxLength(JobRun.MaxFailureLength);
        builder.Ignore(r => r.HasFailed);
    }
}
