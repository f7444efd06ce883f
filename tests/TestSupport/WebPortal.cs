using System.Text.RegularExpressions;
using Hangfire;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NexiPortal.Application.Mail;

namespace NexiPortal.TestSupport;

/// <summary>The portal with its pages on a real port, in this process, with the clock in the test's hand. It runs in Development unless told otherwise.</summary>
public sealed partial class WebPortal : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly DirectoryInfo _directory;

    // Many portals at once would use up the machine's file watchers.
    static WebPortal() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    private WebPortal(Factory factory, DirectoryInfo directory, FakeTimeProvider clock)
    {
        _factory = factory;
        _directory = directory;
        Clock = clock;
        Address = new(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Where it keeps its files.</summary>
    public string DataDirectory => _directory.FullName;

    /// <summary>An address of everything that answers requests, parameters filled in with something nobody knows.</summary>
    public IReadOnlyList<string> Addresses =>
    [
        .. Endpoints
            .Select(route => "/" + Parameter().Replace(route.RoutePattern.RawText!, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "404" : "AAAAAAAAAAAAAAAAAAAAAA").TrimStart('/'))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Everything that answers requests, with all that the running portal knows of it: who may use it, and of a page its handlers.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Starts it on a free port.</summary>
    /// <param name="settings">Settings by their configuration key, such as <c>Session:IdleMinutes</c>.</param>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="instead">Parts to be used instead of the portal's own.</param>
    public static WebPortal Start(IReadOnlyDictionary<string, string>? settings = null, string environment = "Development", Action<IServiceCollection>? instead = null)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");
        PreparedDatabase.CopyTo(Path.Combine(directory.FullName, "nexiportal.db"));
        var clock = new FakeTimeProvider(TestPortal.Start);
        var factory = new Factory(clock, environment, instead, new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Portal:DataDirectory"] = directory.FullName });
        factory.UseKestrel(0);
        factory.StartServer();
        return new(factory, directory, clock);
    }

    /// <summary>A client like a browser: it keeps cookies (see <see cref="CookieJar"/>) and leaves redirects to <see cref="Page"/>.</summary>
    public HttpClient CreateClient() => CookieJar.CreateClient(Address);

    /// <inheritdoc cref="CreateClient()" />
    public HttpClient CreateClient(out CookieJar jar) => CookieJar.CreateClient(Address, out jar);

    /// <summary>The newest mail to an address.</summary>
    public async Task<CaughtMail> MailToAsync(string address) =>
        (await MailsAsync()).First(mail => mail.To.Contains(address, StringComparison.OrdinalIgnoreCase));

    /// <summary>Delivers what is due.</summary>
    public Task DeliverAsync() => SendAsync(new DeliverMails.Command());

    /// <summary>Delivers what is due and gives back every mail caught so far, newest first.</summary>
    public async Task<IReadOnlyList<CaughtMail>> MailsAsync()
    {
        await DeliverAsync();
        return await _factory.Services.GetRequiredService<ICaughtMails>().ListAsync(CancellationToken.None);
    }

    /// <summary>Sends a request in a scope of its own, as a page would.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Asks a module's tables, in a scope of its own.</summary>
    public async Task<T> AskAsync<TDb, T>(Func<TDb, Task<T>> ask) where TDb : notnull
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private sealed class Factory(FakeTimeProvider clock, string environment, Action<IServiceCollection>? instead, IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment).UseContentRoot(Path.Combine(RepositoryRoot.Path, "src", "Web"));
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                // Hangfire keeps the first logger factory it sees for the whole process; this one is never disposed.
                services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
                // What falls due is done when the test says so, not by jobs beside it.
                foreach (var jobs in services.Where(service => service.ImplementationFactory?.Method.Module.Assembly == typeof(BackgroundJobServerHostedService).Assembly
                    && service.ServiceType == typeof(IHostedService)).ToList()) services.Remove(jobs);
                instead?.Invoke(services);
            });
        }
    }
}
