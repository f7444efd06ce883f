using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>The deployed portal in Production, with the settings of docs/deploy, its mail taken by a server of the benchmark's own; its use cases beside it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly SmtpSink _sink;
    private readonly DirectoryInfo _data;

    private PortalProcess(ServerProcess server, SmtpSink sink, DirectoryInfo data, TestPortal useCases)
    {
        Server = server;
        _sink = sink;
        _data = data;
        UseCases = useCases;
    }

    public ServerProcess Server { get; }

    /// <summary>The use cases on its data: for bringing about what is measured.</summary>
    public TestPortal UseCases { get; }

    /// <summary>The mail server.</summary>
    public SmtpSink Mail => _sink;

    public static async Task<PortalProcess> StartAsync(Program program)
    {
        var sink = SmtpSink.Start();
        var data = Directory.CreateTempSubdirectory("nexiportal-benchmark-");
        PreparedDatabase.CopyTo(Path.Combine(data.FullName, "nexiportal.db"));
        var port = WebProcess.FreePort();
        var server = await ServerProcess.StartAsync(program, port, Settings(port, data.FullName, sink.Port));
        return new(server, sink, data, TestPortal.Beside(data.FullName));
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
        ["Registration__MailsPerOriginPerHour"] = "1000000", // Everybody is at 127.0.0.1 here.
        ["Registration__MailsInAllPerHour"] = "1000000",
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
        await UseCases.DisposeAsync();
        await Server.DisposeAsync();
        await _sink.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
