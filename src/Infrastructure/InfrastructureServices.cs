using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.Staff;
using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.Audit;
using NexiPortal.Infrastructure.Csv;
using NexiPortal.Infrastructure.Documents;
using NexiPortal.Infrastructure.Jobs;
using NexiPortal.Infrastructure.Mail;
using NexiPortal.Infrastructure.Monitoring;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.Infrastructure.Security;
using Npgsql;

namespace NexiPortal.Infrastructure;

/// <summary>Registers the adapters: database, mail, documents, jobs, keys.</summary>
public static class InfrastructureServices
{
    /// <summary>Tag of the health checks without which no page can be served.</summary>
    public const string NeededToServe = "needed-to-serve";

    /// <summary>Adds the Infrastructure layer.</summary>
    public static IServiceCollection AddNexiPortalInfrastructure(this IServiceCollection services, DatabaseSettings database, MailSettings mail, DataDirectories directories)
    {
        services.AddSingleton(database).AddSingleton(mail).AddSingleton(directories);
        services.AddDataProtection().SetApplicationName("NexiPortal").PersistKeysToFileSystem(new DirectoryInfo(directories.Keys));
        services.AddSingleton(_ => new AuditKey(KeyFile.ReadOrCreate(directories.Keys, KeyFile.Audit))).AddSingleton(_ => new OriginKey(KeyFile.ReadOrCreate(directories.Keys, KeyFile.Origin)))
            .AddSingleton<IAuditTrail, AuditTrail>().AddSingleton<IAuditHead, AuditHead>();
        services.AddSingleton<IPasswordHasher, Argon2PasswordHasher>().AddSingleton<ICodeSealer, DataProtectionCodeSealer>().AddSingleton<IAuthenticatorApp, AuthenticatorApp>();
        services.AddSingleton<ICsvFormat, CsvFormat>().AddDocuments();
        AddDatabase(services, database);
        AddMail(services, mail);
        AddJobs(services, database);
        return services;
    }

    /// <summary>Brings the database up to date and sets the recurring jobs.</summary>
    public static async Task PrepareAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseSchema>().BringUpToDateAsync(ct);
        }
        PortalJobs.Schedule(services.GetRequiredService<IRecurringJobManager>());
    }

    /// <summary>Counts what waits and what is late, for figures and health.</summary>
    public static void AddStock(this IServiceCollection services)
    {
        services.AddSingleton<Stock>().AddHostedService(all => all.GetRequiredService<Stock>());
        services.AddHealthChecks().AddCheck<WorkHealth>("work");
    }

    /// <summary>Claims the database for the portal that is about to serve; what it gives back is held until that ends.</summary>
    /// <exception cref="StartRefusedException">Another portal serves from the same SQLite file.</exception>
    public static IDisposable? BecomeServer(this IServiceProvider services) => SoleServer.Become(services.GetRequiredService<DatabaseSettings>());

    private static void AddDatabase(IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton<WriteGate>().AddSingleton<Turns>().AddScoped<EventDispatcher>().AddScoped<DatabaseSchema>().AddScoped<WriteAheadLog>().AddScoped<PortalDbContext.Surroundings>();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            var connection = new SqliteConnectionStringBuilder(database.ConnectionString) { DefaultTimeout = (int)database.Patience.TotalSeconds };
            services.AddUnitOfWork<SqlitePortalDbContext>(options => options.UseSqlite(connection.ConnectionString).AddInterceptors(new SqliteConnections()));
        }
        else
        {
            services.AddUnitOfWork<PostgreSqlPortalDbContext>(options => options.UseNpgsql(Connection(database)));
        }
        services.AddScoped<IRegistrationDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IStaffDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<ICredentialDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IInsuranceUsersDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IWebUsersDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IMailDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IJobDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IAuditDb>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddScoped<IUnitOfWork>(scope => scope.GetRequiredService<PortalDbContext>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [NeededToServe]);
    }

    // Contexts are used again: making one takes as long as a query.
    private static void AddUnitOfWork<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> options) where TDb : PortalDbContext => services
        .AddDbContextPool<TDb>(options)
        .AddScoped<PortalDbContext>(scope => scope.GetRequiredService<TDb>().Begin(scope.GetRequiredService<PortalDbContext.Surroundings>()));

    private static void AddMail(IServiceCollection services, MailSettings mail)
    {
        services.AddSingleton<IMailSealer, DataProtectionMailSealer>().AddSingleton<IMailNudge, HangfireMailNudge>();
        if (mail.Smtp is not null)
        {
            services.AddSingleton<IMailTransport, SmtpTransport>();
            return;
        }
        services.AddSingleton<CaughtMailDirectory>();
        services.AddSingleton<IMailTransport>(all => all.GetRequiredService<CaughtMailDirectory>());
        services.AddSingleton<ICaughtMails>(all => all.GetRequiredService<CaughtMailDirectory>());
    }

    private static void AddJobs(IServiceCollection services, DatabaseSettings database)
    {
        // Nothing of value lives in the job store: what is due is read from the portal's own tables.
        services.AddSingleton<JobStorage>(_ => database.Provider == DatabaseProvider.Sqlite ? new InMemoryStorage() : OpenJobStore(Connection(database)));
        services.AddHangfire(jobs => jobs
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
    }

    // A server that stands still is waited for as a locked file is, and what is asked often is planned once a connection; what the operator's own string says goes before.
    private static string Connection(DatabaseSettings database) => new NpgsqlConnectionStringBuilder(
        $"Timeout={database.Patience.TotalSeconds};Command Timeout={2 * database.Patience.TotalSeconds};Max Auto Prepare=100;{database.ConnectionString}").ConnectionString;

    private static PostgreSqlStorage OpenJobStore(string connectionString)
    {
        var options = new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromSeconds(2), InvisibilityTimeout = TimeSpan.FromMinutes(5) };
        return new(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}
