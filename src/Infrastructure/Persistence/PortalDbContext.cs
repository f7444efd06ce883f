using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Every module's tables and the unit of work over them. One subclass a database carries that database's migrations.</summary>
internal abstract class PortalDbContext(DbContextOptions options, PortalDbContext.Surroundings? surroundings = null)
    : DbContext(options), IRegistrationDb, IStaffDb, ICredentialDb, IMailDb, IAuditDb
{
    private IDbContextTransaction? _transaction;
    private IDisposable? _pass;

    /// <summary>What the unit of work needs beside the database; absent only while migrations are being written.</summary>
    internal sealed record Surroundings(EventDispatcher Events, WriteGate Gate, IMailNudge Nudge);

    public DbSet<RegistrationLink> Links => Set<RegistrationLink>();

    public DbSet<StatusLink> StatusLinks => Set<StatusLink>();

    public DbSet<LinkRequest> LinkRequests => Set<LinkRequest>();

    public DbSet<RegistrantSession> Sessions => Set<RegistrantSession>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<RegistrationApplication> Applications => Set<RegistrationApplication>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<PasswordTries> PasswordTries => Set<PasswordTries>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        if (_transaction is null && !ChangeTracker.HasChanges() && !ChangeTracker.Entries<AggregateRoot>().Any(e => e.Entity.Events.Count > 0)) return Result.Done;
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

    public async Task TakeTurnAsync(string turn, CancellationToken ct)
    {
        await BeginAsync(ct);
        await AwaitTurnAsync(turn, ct);
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

    /// <summary>Waits within the transaction until nobody else's holds the turn; where one transaction writes at a time there is nothing to wait for.</summary>
    protected virtual Task AwaitTurnAsync(string turn, CancellationToken ct) => Task.CompletedTask;

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

    // A write transaction is alone from its beginning.
}

/// <summary>The portal's tables in PostgreSQL.</summary>
internal sealed class PostgreSqlPortalDbContext(DbContextOptions<PostgreSqlPortalDbContext> options, PortalDbContext.Surroundings? surroundings = null)
    : PortalDbContext(options, surroundings)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ValueConversions.Utc>();
    }

    protected override Task AwaitTurnAsync(string turn, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({turn}, 0))", ct);
}
