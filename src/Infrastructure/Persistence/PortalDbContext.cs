using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.Staff;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using Npgsql;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Every module's tables and the unit of work over them. One subclass a database carries that database's migrations.</summary>
internal abstract class PortalDbContext(DbContextOptions options)
    : DbContext(options), IRegistrationDb, IInsuranceUsersDb, IWebUsersDb, IStaffDb, ICredentialDb, IJobDb, IMailDb, IAuditDb
{
    private Surroundings? _surroundings;
    private IDbContextTransaction? _transaction;
    private IDisposable? _pass;
    private IDisposable? _turn;
    private bool _mailQueued;

    /// <summary>What the unit of work needs beside the database.</summary>
    internal sealed record Surroundings(EventDispatcher Events, WriteGate Gate, Turns Turns, IMailNudge Nudge);

    /// <summary>Begins a unit of work: what this context did before, for somebody else, is over and forgotten.</summary>
    internal PortalDbContext Begin(Surroundings surroundings)
    {
        _surroundings = surroundings;
        return this;
    }

    public DbSet<RegistrationLink> Links => Set<RegistrationLink>();

    public DbSet<StatusLink> StatusLinks => Set<StatusLink>();

    public DbSet<LinkRequest> LinkRequests => Set<LinkRequest>();

    public DbSet<RegistrantSession> Sessions => Set<RegistrantSession>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<RegistrationApplication> Applications => Set<RegistrationApplication>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<PasswordTries> PasswordTries => Set<PasswordTries>();

    public DbSet<OneTimePassword> OneTimePasswords => Set<OneTimePassword>();

    public DbSet<HalfwayLogIn> HalfwayLogIns => Set<HalfwayLogIn>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<InsuranceUser> InsuranceUsers => Set<InsuranceUser>();

    public DbSet<WebUser> WebUsers => Set<WebUser>();

    public DbSet<WebUserSession> WebUserSessions => Set<WebUserSession>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<RegistrationNotice> Notices => Set<RegistrationNotice>();

    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        if (_transaction is null && !ChangeTracker.HasChanges() && !ChangeTracker.Entries<AggregateRoot>().Any(e => e.Entity.Events.Count > 0)) return Result.Done;
        bool mailQueued;
        try
        {
            if (await TellAndWriteAsync(ct) is { Succeeded: false } refused) return refused;
            await _transaction!.CommitAsync(ct);
            mailQueued = _mailQueued;
        }
        finally
        {
            await EndAsync();
        }
        // Behind the gate: the next writer does not wait for it.
        if (mailQueued) _surroundings!.Nudge.Nudge();
        return Result.Done;
    }

    public async Task<Result> WriteAsync(CancellationToken ct)
    {
        try
        {
            var written = await TellAndWriteAsync(ct);
            ChangeTracker.Clear();
            return written;
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    public async Task ForgetAsync()
    {
        ChangeTracker.Clear();
        await EndAsync();
    }

    public async Task TakeTurnAsync(string turn, CancellationToken ct)
    {
        // Within one process the turn is waited for before a connection is taken: many who wait would leave none to those who go on.
        if (_transaction is null) _turn = await _surroundings!.Turns.TakeAsync(turn, ct);
        await BeginAsync(ct);
        await AwaitTurnAsync(turn, ct);
    }

    public async Task<ApplicationNumber> NextApplicationNumberAsync(DateOnly day, CancellationToken ct) =>
        ApplicationNumber.Of(day, await DrawAsync(day.ToString("yyMM"), 1, ct));

    public async Task<InsuranceUserCode> NextInsuranceUserCodeAsync(InsuranceUserCode first, CancellationToken ct) =>
        InsuranceUserCode.Of(await DrawAsync(NumberSequence.InsuranceUserCodes, int.Parse(first.Value), ct));

    public async Task<WebUserId> NextWebUserIdAsync(WebUserRole role, CancellationToken ct) =>
        WebUserId.Of(role, await DrawAsync(NumberSequence.WebUserIds, 1, ct));

    public override async ValueTask DisposeAsync()
    {
        await EndAsync();
        await base.DisposeAsync();
    }

    public override void Dispose()
    {
        EndAsync().GetAwaiter().GetResult();
        base.Dispose();
    }

    /// <summary>Waits within the transaction until nobody else's holds the turn; where one transaction writes at a time there is nothing to wait for.</summary>
    protected virtual Task AwaitTurnAsync(string turn, CancellationToken ct) => Task.CompletedTask;

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ValueConversions.Apply(configurationBuilder);

    private async Task<int> DrawAsync(string sequence, int first, CancellationToken ct)
    {
        await BeginAsync(ct);
        var drawn = await Database.SqlQuery<int>($"""
            INSERT INTO "NumberSequences" ("Name", "Last") VALUES ({sequence}, {first})
            ON CONFLICT ("Name") DO UPDATE
            SET "Last" = CASE WHEN "NumberSequences"."Last" < {first} THEN {first} ELSE "NumberSequences"."Last" + 1 END
            RETURNING "Last" AS "Value"
            """).ToListAsync(ct);
        return drawn[0];
    }

    private async Task<Result> TellAndWriteAsync(CancellationToken ct)
    {
        try
        {
            await BeginAsync(ct);
            // Changes are looked for once, when the events are told; else each look at what is tracked looks for them again.
            ChangeTracker.AutoDetectChangesEnabled = false;
            if (await TellEventsAsync(ct) is { Succeeded: false } refused)
            {
                await ForgetAsync();
                return refused;
            }
            CountChanges();
            _mailQueued |= ChangeTracker.Entries<OutgoingMail>().Any(e => e.State == EntityState.Added);
            await SaveChangesAsync(ct);
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
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        if (_transaction is not null) return;
        // What fails is rolled back whole.
        Database.AutoSavepointsEnabled = false;
        _pass = await _surroundings!.Gate.EnterAsync(ct);
        _transaction = await Database.BeginTransactionAsync(ct);
    }

    private async Task EndAsync()
    {
        var transaction = _transaction;
        (_transaction, _mailQueued) = (null, false);
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        finally
        {
            // Even when the connection is broken: the next writer, and whoever uses this context next, find nothing of this unit of work.
            _pass?.Dispose();
            _pass = null;
            _turn?.Dispose();
            _turn = null;
        }
    }

    private async Task<Result> TellEventsAsync(CancellationToken ct)
    {
        while (ChangeTracker.Entries<AggregateRoot>().SelectMany(e => e.Entity.TakeEvents()).ToList() is { Count: > 0 } told)
        {
            foreach (var happened in told)
            {
                if (await _surroundings!.Events.TellAsync(happened, ct) is { Succeeded: false } refused) return refused;
            }
        }
        return Result.Done;
    }

    private void CountChanges()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<AggregateRoot>().Where(e => e.State == EntityState.Modified))
        {
            entry.Entity.CountChange();
            entry.Property(a => a.Version).IsModified = true;
        }
    }
}

/// <summary>The portal's tables in SQLite.</summary>
internal sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
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
internal sealed class PostgreSqlPortalDbContext(DbContextOptions<PostgreSqlPortalDbContext> options) : PortalDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Compared by code point, as SQLite does: a search for a beginning is a range, whatever language the server was set up for.
        var keys = modelBuilder.Model.FindEntityTypes(typeof(SearchKeys)).SelectMany(keys => keys.GetDeclaredProperties()).Where(key => key.ClrType == typeof(string))
            .Concat(modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.Name.EndsWith(nameof(Likeness), StringComparison.Ordinal)));
        foreach (var key in keys) key.SetCollation("C");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ValueConversions.Utc>();
    }

    protected override Task AwaitTurnAsync(string turn, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({turn}, 0))", ct);
}
