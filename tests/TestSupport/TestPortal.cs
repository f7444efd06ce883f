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
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure;
using NexiPortal.Infrastructure.Mail;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.TestSupport;

/// <summary>The portal without its pages: every use case on a real database of its own, with the clock in the test's hand.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    /// <summary>When every test begins: 1 July 2026, 10:00 in Japan.</summary>
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 10, 0, 0, JapanTime.Offset);

    private readonly ServiceProvider _services;
    private readonly PostgreSql.Database? _postgreSql;
    private readonly DirectoryInfo _directory;

    private TestPortal(ServiceProvider services, DirectoryInfo directory, FakeTimeProvider clock, PostgreSql.Database? postgreSql)
    {
        _services = services;
        _directory = directory;
        Clock = clock;
        _postgreSql = postgreSql;
    }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Where the portal keeps its files.</summary>
    public string DataDirectory => _directory.FullName;

    /// <summary>A portal on a fresh database; the test is skipped where PostgreSQL is absent.</summary>
    public static async Task<TestPortal> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, SmtpServer? smtp = null)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");
        var postgreSql = provider == DatabaseProvider.PostgreSql ? await PostgreSql.CreateAsync() : null;
        var clock = new FakeTimeProvider(Start);
        var services = new ServiceCollection();
        services.AddLogging();
        // Hangfire keeps the first logger factory it sees for the whole process; this one is never disposed.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new PortalUrls(new Uri("https://portal.example.jp/"))).AddSingleton(new RegistrationPolicy()).AddSingleton(new OperatorProfile());
        services.AddSingleton(new Enclosures { HeadOffice = ["印鑑証明書", "履歴事項全部証明書"], Branch = ["印鑑証明書"], WebUser = ["印鑑証明書"] });
        var text = OperatorText.Parse("表題: 規約\n版: 1.0\n施行日: 2026-04-01\n\n# 第1条(目的)\n本文です。");
        services.AddSingleton(new OperatorTexts(text, text));
        services.AddNexiPortalApplication();
        services.AddNexiPortalInfrastructure(
            new DatabaseSettings(provider, postgreSql?.ConnectionString ?? $"Data Source={Path.Combine(directory.FullName, "portal.db")};Default Timeout=30"),
            new MailSettings(EmailAddress.Read("web_info@nexi.go.jp")!, smtp),
            new DataDirectories(directory.FullName, directory.FullName));
        services.AddScoped<TestActor>().AddScoped<ICurrentActor>(scope => scope.GetRequiredService<TestActor>());
        var portal = new TestPortal(services.BuildServiceProvider(), directory, clock, postgreSql);
        await portal._services.PrepareAsync(CancellationToken.None);
        return portal;
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
        _directory.Delete(recursive: true);
    }

    private sealed class TestActor : ICurrentActor
    {
        public string Name { get; set; } = "test";
    }
}
