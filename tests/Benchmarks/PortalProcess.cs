using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>
/// The deployed portal in Production with the settings of docs/deploy: one node on SQLite or PostgreSQL, or several behind nginx;
/// its mail is taken by a server of the benchmark's own, and its use cases are at hand beside it.
/// </summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private PostgreSql.Database? _postgreSql;
    private Nginx? _nginx;

    private PortalProcess()
    {
    }

    /// <summary>Its nodes.</summary>
    public IReadOnlyList<ServerProcess> Nodes { get; private set; } = [];

    /// <summary>Its only node.</summary>
    public ServerProcess Server => Nodes.Single();

    /// <summary>Where people reach it.</summary>
    public Uri Address => _nginx?.Address ?? Server.Address;

    /// <summary>The use cases on its data: for bringing about what is measured.</summary>
    public TestPortal UseCases { get; private set; } = null!;

    /// <summary>The mail server.</summary>
    public SmtpSink Mail { get; } = SmtpSink.Start();

    /// <summary>Starts it on a database that holds nothing yet.</summary>
    public static async Task<PortalProcess> StartAsync(Program program, DatabaseProvider database = DatabaseProvider.Sqlite, int nodes = 1)
    {
        var portal = new PortalProcess();
        try
        {
            await portal.StartNodesAsync(program, database, nodes);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings of one node on an SQLite file.</summary>
    public static Dictionary<string, string> Settings(int port, string dataDirectory, int smtpPort) => new(SampleSettings.Read())
    {
        ["Portal__PublicUrl"] = $"https://127.0.0.1:{port}",
        ["Portal__DataDirectory"] = dataDirectory,
        ["Portal__KeysDirectory"] = Path.Combine(dataDirectory, "keys"),
        ["Database__Provider"] = "Sqlite",
        ["ConnectionStrings__Portal"] = $"Data Source={Path.Combine(dataDirectory, "nexiportal.db")}",
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Mail__Smtp__Port"] = $"{smtpPort}",
        ["Mail__Smtp__Security"] = "None",
        ["Registration__MailsInAllPerHour"] = "1000000", // Not what is measured.
    };

    /// <summary>A client like a browser behind the proxy.</summary>
    public HttpClient CreateClient(out CookieJar jar)
    {
        var client = CookieJar.CreateClient(Server.Address, out jar);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (UseCases is not null) await UseCases.DisposeAsync();
        if (_nginx is not null) await _nginx.DisposeAsync();
        foreach (var node in Nodes) await node.DisposeAsync();
        if (_postgreSql is not null) await _postgreSql.DisposeAsync();
        await Mail.DisposeAsync();
        _data.Dispose();
    }

    private async Task StartNodesAsync(Program program, DatabaseProvider database, int nodes)
    {
        if (database == DatabaseProvider.PostgreSql) _postgreSql = await PreparedDatabase.CreatePostgreSqlAsync();
        else PreparedDatabase.CopyTo(Path.Combine(_data.Path, "nexiportal.db"));
        var port = WebProcess.FreePort();
        var settings = Settings(port, _data.Path, Mail.Port);
        if (_postgreSql is not null) (settings["Database__Provider"], settings["ConnectionStrings__Portal"]) = ("PostgreSql", _postgreSql.ConnectionString);
        Nodes = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => ServerProcess.StartAsync(program, nodes == 1 ? port : WebProcess.FreePort(), settings)));
        if (nodes > 1) _nginx = await Nginx.StartAsync(port, [.. Nodes.Select(node => node.Address)]);
        UseCases = TestPortal.Beside(_data.Path, _postgreSql?.ConnectionString);
    }
}
