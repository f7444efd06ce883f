using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Two nodes on one PostgreSQL database behind nginx, in Production, with the settings and the site of docs/deploy.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly DirectoryInfo _shared = Directory.CreateTempSubdirectory("nexiportal-shared-");
    private readonly SmtpSink _sink = SmtpSink.Start();
    private readonly int _port = WebProcess.FreePort();
    private PostgreSql.Database? _database;
    private Nginx? _nginx;

    /// <summary>The nodes.</summary>
    public IReadOnlyList<WebProcess> Nodes { get; private set; } = [];

    /// <summary>What stands before them; without it, or without PostgreSQL, the test is skipped.</summary>
    public Nginx Nginx => _nginx ?? throw new InvalidOperationException($"{Requirements.PostgreSql.Demand()} {Requirements.Nginx.Demand()}");

    /// <summary>How their database is reached.</summary>
    public string ConnectionString => _database!.ConnectionString;

    /// <summary>The next mail they send.</summary>
    public Task<SinkMail> NextMailAsync() => _sink.NextAsync(TimeSpan.FromSeconds(90));

    /// <summary>Runs a command with their settings.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] command) => WebProcess.RunAsync(_shared.FullName, command, Settings());

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (!Requirements.Nginx.IsMet || !Requirements.PostgreSql.IsMet) return;
        _database = await PreparedDatabase.CreatePostgreSqlAsync();
        Nodes = await Task.WhenAll(WebProcess.StartAsync(Settings()), WebProcess.StartAsync(Settings()));
        _nginx = await Nginx.StartAsync(_port, [.. Nodes.Select(node => node.Address)]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_nginx is not null) await _nginx.DisposeAsync();
        foreach (var node in Nodes) await node.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        await _sink.DisposeAsync();
        _shared.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings()
    {
        var settings = SampleSettings.Read();
        foreach (var (name, value) in MailServer.At(_sink.Port)) settings[name] = value;
        settings["Portal__PublicUrl"] = $"https://127.0.0.1:{_port}";
        settings["Portal__KeysDirectory"] = _shared.FullName;
        settings["ConnectionStrings__Portal"] = ConnectionString;
        settings["Registration__MailsPerOriginPerHour"] = "10000"; // Everybody is at 127.0.0.1 here.
        settings.Remove("Portal__DataDirectory");
        return settings;
    }
}
