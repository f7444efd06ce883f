using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Every module's tables and the unit of work over them. One subclass a database carries that database's migrations.</summary>
internal abstract class PortalDbContext(DbContextOptions options, PortalDbContext.Surroundings? surroundings = null)
    : DbContext(options), IRegistrationDb, IMailDb, IAuditDb
{
    private IDbContextTransaction? _transaction;
    private IDisposable? _pass;

    /// <summary>What the unit of work needs beside the database; absent only while migrations are being written.</summary>
    internal sealed record Surroundings(EventDispatcher Events, WriteGate Gate, IMailNudge Nudge);

    public DbSet<RegistrationLink> Links => Set<RegistrationLink>();

    public DbSet<MailboxQuota> MailboxQuotas => Set<MailboxQuota>();

    public DbSet<RegistrantSession> Sessions => Set<RegistrantSession>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<RegistrationApplication> Applications => Set<RegistrationApplication>();

    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        if (!ChangeTracker.HasChanges() && _transaction is null) return Result.Done;
        try
        {
            await BeginAsync(ct);
            if (await TellEventsAsync(ct) is { Succeeded: false } refused)
            {
                await ForgetAsync();
                return refused;
            }
            CountChanges();
            var mailQueued = ChangeTracker.Entries<OutgoingMail>().Any(e => e.State == EntityState.Added);
            await SaveChangesAsync(ct);
            await _transaction!.CommitAsync(ct);
            if (mailQueued) surroundings!.Nudge.Nudge();
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException faster)
        {
            throw new ConcurrencyConflictException(faster);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: 2067 or 1555 })
        {
            throw new ConcurrencyConflictException(taken);
        }
        finally
        {
            await EndAsync();
        }
    }

    public async Task ForgetAsync()
    {
        ChangeTracker.Clear();
        await EndAsync();
    }

    public async Task<ApplicationNumber> NextApplicationNumberAsync(DateOnly day, CancellationToken ct)
    {
        await BeginAsync(ct);
        var month = day.ToString("yyMM");
        var drawn = await Database.SqlQuery<int>($"""
            INSERT INTO "NumberSequences" ("Month", "Last") VALUES ({month}, 1)
            ON CONFLICT ("Month") DO UPDATE SET "Last" = "NumberSequences"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(ct);
        return ApplicationNumber.Of(day, drawn[0]);
    }

    public override async ValueTask DisposeAsync()
    {
        await EndAsync();
        await base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ValueConversions.Apply(configurationBuilder);

    private async Task BeginAsync(CancellationToken ct)
    {
        if (_transaction is not null) return;
        _pass = await surroundings!.Gate.EnterAsync(ct);
        _transaction = await Database.BeginTransactionAsync(ct);
    }

    private async Task EndAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        _transaction = null;
        _pass?.Dispose();
        _pass = null;
    }

    private async Task<Result> TellEventsAsync(CancellationToken ct)
    {
        while (ChangeTracker.Entries<AggregateRoot>().SelectMany(e => e.Entity.TakeEvents()).ToList() is { Count: > 0 } told)
        {
            foreach (var happened in told)
            {
                if (await surroundings!.Events.TellAsync(happened, ct) is { Succeeded: false } refused) return refused;
            }
        }
        return Result.Done;
    }

    private void CountChanges()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<AggregateRoot>().Where(e => e.State == EntityState.Modified)) entry.Entity.CountChange();
    }
}

/// <summary>The portal's tables in SQLite.</summary>
internal sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, PortalDbContext.Surroundings? surroundings = null)
    : PortalDbContext(options, surroundings)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite cannot compare instants with offsets; whole milliseconds order and compare as numbers.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ValueConversions.Milliseconds>();
    }
}

/// <summary>The portal's tables in PostgreSQL.</summary>
internal sealed class PostgreSqlPortalDbContext(DbContextOptions<PostgreSqlPortalDbContext> options, PortalDbContext.Surroundings? surroundings = null)
    : PortalDbContext(options, surroundings)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Compared by code point, as SQLite does: a search for a beginning is a range, whatever language the server was set up for.
        foreach (var key in modelBuilder.Model.FindEntityTypes(typeof(SearchKeys)).SelectMany(keys => keys.GetDeclaredProperties()).Where(key => key.ClrType == typeof(string)))
            key.SetCollation("C");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ValueConversions.Utc>();
    }
}
