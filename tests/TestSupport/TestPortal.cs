using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NexiPortal.Application;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure;
using NexiPortal.Infrastructure.Mail;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.Infrastructure.Security;

namespace NexiPortal.TestSupport;

/// <summary>The portal without its pages: every use case on a real database of its own, with the clock in the test's hand.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    /// <summary>When every test begins: 1 July 2026, 10:00 in Japan.</summary>
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 10, 0, 0, JapanTime.Offset);

    private readonly ServiceProvider _services;
    private readonly PostgreSql.Database? _postgreSql;
    private readonly bool _ownsDirectory;

    private TestPortal(ServiceProvider services, string directory, bool ownsDirectory, FakeTimeProvider clock, TestOrigin place, PostgreSql.Database? postgreSql)
    {
        Place = place;
        _services = services;
        DataDirectory = directory;
        _ownsDirectory = ownsDirectory;
        Clock = clock;
        _postgreSql = postgreSql;
    }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Where requests come from.</summary>
    public TestOrigin Place { get; }

    /// <summary>Where the portal keeps its files.</summary>
    public string DataDirectory { get; }

    /// <summary>Its SQLite file.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, "portal.db");

    /// <summary>A portal on a fresh database; the test is skipped where PostgreSQL is absent.</summary>
    /// <param name="provider">The database.</param>
    /// <param name="smtp">A mail server; without one mail is caught.</param>
    /// <param name="policy">Numbers of the registration procedure.</param>
    /// <param name="change">Puts something else in the place of a part.</param>
    public static async Task<TestPortal> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, SmtpServer? smtp = null, RegistrationPolicy? policy = null, Action<IServiceCollection>? change = null)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-").FullName;
        var postgreSql = provider == DatabaseProvider.PostgreSql ? await PreparedDatabase.CreatePostgreSqlAsync() : null;
        if (postgreSql is null) PreparedDatabase.CopyTo(Path.Combine(directory, "portal.db"));
        var clock = new FakeTimeProvider(Start);
        var services = Compose(new DatabaseSettings(provider, postgreSql?.ConnectionString ?? Sqlite(directory, "portal.db")), new(directory, directory), clock, smtp, policy, change);
        var portal = new TestPortal(services, directory, ownsDirectory: true, clock, services.GetRequiredService<TestOrigin>(), postgreSql);
        await services.PrepareAsync(CancellationToken.None);
        return portal;
    }

    /// <summary>The use cases on the data of a portal that runs as a process: for bringing about, now or some days ago, what its pages are to show.</summary>
    /// <param name="web">The portal.</param>
    /// <param name="daysAgo">How many days ago it is.</param>
    /// <param name="postgreSql">Connection string of its database; without one it is the SQLite file in its data directory.</param>
    public static TestPortal Beside(WebProcess web, int daysAgo = 0, string? postgreSql = null) =>
        Beside(web.DataDirectory, postgreSql, daysAgo);

    /// <summary>The use cases on the data of a portal that keeps its files in a directory.</summary>
    /// <inheritdoc cref="Beside(WebProcess, int, string?)" />
    public static TestPortal Beside(string dataDirectory, string? postgreSql, int daysAgo = 0) =>
        Beside(dataDirectory, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-daysAgo)), postgreSql is null ? null : new(DatabaseProvider.PostgreSql, postgreSql));

    /// <summary>The use cases on the data of a portal that runs in this process, by its clock.</summary>
    public static TestPortal Beside(WebPortal web) => Beside(web.DataDirectory, web.Clock);

    private static TestPortal Beside(string directory, FakeTimeProvider clock, DatabaseSettings? database = null)
    {
        var services = Compose(database ?? new(DatabaseProvider.Sqlite, Sqlite(directory, "nexiportal.db")), new(directory, Path.Combine(directory, "keys")), clock, smtp: null);
        return new(services, directory, ownsDirectory: false, clock, services.GetRequiredService<TestOrigin>(), postgreSql: null);
    }

    /// <summary>Brings a database up by its migrations.</summary>
    internal static async Task BringUpToDateAsync(DatabaseSettings database, string directory)
    {
        await using var services = Compose(database, new(directory, directory), new FakeTimeProvider(Start), smtp: null);
        await services.PrepareAsync(CancellationToken.None);
    }

    private static string Sqlite(string directory, string file) => $"Data Source={Path.Combine(directory, file)};Default Timeout=30";

    private static ServiceProvider Compose(DatabaseSettings database, DataDirectories directories, FakeTimeProvider clock, SmtpServer? smtp, RegistrationPolicy? policy = null, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        // Hangfire keeps the first logger factory it sees for the whole process; this one is never disposed.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new PortalUrls(new Uri("https://portal.example.jp/"))).AddSingleton(policy ?? new RegistrationPolicy()).AddSingleton(new InsuranceUserPolicy()).AddSingleton(new WebUserPolicy()).AddSingleton(new OperatorProfile());
        services.AddSingleton(new CredentialPolicy()).AddSingleton(new HashingSettings());
        services.AddSingleton(new Enclosures { HeadOffice = ["印鑑証明書", "履歴事項全部証明書"], Branch = ["印鑑証明書"], WebUser = ["印鑑証明書"] });
        var text = OperatorText.Parse("表題: 規約\n版: 1.0\n施行日: 2026-04-01\n\n# 第1条(目的)\n本文です。");
        services.AddSingleton(new OperatorTexts(text, text)).AddSingleton(new LetterPlacement());
        services.AddNexiPortalApplication();
        services.AddNexiPortalInfrastructure(database, new MailSettings(EmailAddress.Read("web_info@nexi.go.jp")!, smtp), directories);
        services.AddScoped<TestActor>().AddScoped<ICurrentActor>(scope => scope.GetRequiredService<TestActor>());
        services.AddSingleton<TestOrigin>().AddSingleton<IRequestOrigin>(all => all.GetRequiredService<TestOrigin>());
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Sends a request in a scope of its own, as a page would for whoever acts.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, string by = "test")
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TestActor>().Name = by;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Asks a module's tables, in a scope of its own.</summary>
    public async Task<T> AskAsync<TDb, T>(Func<TDb, Task<T>> ask) where TDb : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Changes a module's aggregates as a use case would, in a scope of its own.</summary>
    public Task ChangeAsync<TDb>(Func<TDb, Task> change) where TDb : IUnitOfWork => AskAsync<TDb, Result>(async db =>
    {
        await change(db);
        return await db.SaveAsync(CancellationToken.None);
    });

    /// <summary>Delivers what is due and gives back every mail caught so far, oldest first.</summary>
    public async Task<IReadOnlyList<CaughtMail>> DeliverAsync()
    {
        await SendAsync(new DeliverMails.Command());
        return [.. (await _services.GetRequiredService<ICaughtMails>().ListAsync(CancellationToken.None)).Reverse()];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_postgreSql is not null) await _postgreSql.DisposeAsync();
        if (_ownsDirectory) Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>A place that a test names.</summary>
    public sealed class TestOrigin : IRequestOrigin
    {
        /// <inheritdoc />
        public string Digest { get; set; } = "a place";
    }

    private sealed class TestActor : ICurrentActor
    {
        public string Name { get; set; } = "test";
    }
}
