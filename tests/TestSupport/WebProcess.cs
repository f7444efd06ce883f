using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NexiPortal.TestSupport;

/// <summary>
/// The portal as a process of its own, as an operator starts it: for what can only be seen from outside
/// (a kill, a restart, a refused start, what is logged). It runs in Development unless told otherwise.
/// </summary>
public sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, string> _environment;
    private readonly bool _ownsDataDirectory;
    private readonly StringBuilder _output = new();
    private Process _process;

    private WebProcess(Dictionary<string, string> environment, string dataDirectory, bool ownsDataDirectory, int port)
    {
        _environment = environment;
        _ownsDataDirectory = ownsDataDirectory;
        DataDirectory = dataDirectory;
        Address = new($"http://127.0.0.1:{port}/");
        _process = StartProcess();
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Its data directory (setting <c>Portal__DataDirectory</c>).</summary>
    public string DataDirectory { get; }

    /// <summary>Everything it has written to standard output and standard error so far, over all its starts; what was logged last may still be on its way (see <see cref="OutputAsync"/>).</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Its exit code; null while it runs. After a signal 128 + the signal's number.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts it on a free port and waits until <c>/health/ready</c> answers 200.</summary>
    /// <param name="environment">Settings as environment variables, such as <c>Mail__Smtp__Host</c>.</param>
    /// <param name="dataDirectory">A data directory to keep; without one it gets a new one, with a database that is up to date, that is deleted with it.</param>
    /// <param name="patience">How long to wait; 90 s unless given.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message holds its output.</exception>
    public static async Task<WebProcess> StartAsync(
        IReadOnlyDictionary<string, string>? environment = null, string? dataDirectory = null, TimeSpan? patience = null)
    {
        var directory = dataDirectory ?? Directory.CreateTempSubdirectory("nexiportal-").FullName;
        if (dataDirectory is null) PreparedDatabase.CopyTo(Path.Combine(directory, "nexiportal.db"));
        var web = new WebProcess(environment is null ? [] : new(environment), directory, dataDirectory is null, FreePort());
        try
        {
            await web.WaitUntilReadyAsync(patience ?? DefaultPatience);
            return web;
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it to its end: a command (<c>staff add</c>, <c>migrate</c>, <c>audit verify</c>) or a start that is to be refused.</summary>
    /// <returns>Exit code, and standard output and standard error together.</returns>
    /// <exception cref="TimeoutException">It was still running after <paramref name="patience"/> (90 s unless given); it is killed.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string dataDirectory, string[] arguments, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? patience = null)
    {
        using var process = Process.Start(StartInfo(arguments, FreePort(), dataDirectory, environment ?? new Dictionary<string, string>()))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(patience ?? DefaultPatience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"NexiPortal.Web {string.Join(' ', arguments)} did not end.\n{await output}{await error}");
        }
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Runs it until a moment comes, and ends it then by SIGKILL; gives back whether it was still running.</summary>
    public static async Task<bool> KillAtAsync(string dataDirectory, string[] arguments, Func<bool> hasCome, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Process.Start(StartInfo(arguments, FreePort(), dataDirectory, environment ?? new Dictionary<string, string>()))!;
        while (!process.HasExited && !hasCome()) await Task.Delay(1);
        var wasRunning = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        return wasRunning;
    }

    /// <summary>A loopback port that nothing listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A client like a browser: it keeps cookies (see <see cref="CookieJar"/>) and leaves redirects to <see cref="Page"/>.</summary>
    public HttpClient CreateClient() => CookieJar.CreateClient(Address);

    /// <summary>Everything it wrote, what it logged until now too: lines are written some at a time.</summary>
    public async Task<string> OutputAsync()
    {
        await Task.Delay(400);
        return Output;
    }

    /// <summary>Everything it wrote, once a text is among it: what a process writes arrives a little later.</summary>
    public async Task<string> OutputWithAsync(string text)
    {
        for (var i = 0; i < 100 && !Output.Contains(text, StringComparison.Ordinal); i++) await Task.Delay(100);
        return Output;
    }

    /// <summary>SIGKILL: it ends at once, without a chance to tidy up.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM: it is asked to finish what it has begun; waits for its end.</summary>
    /// <exception cref="TimeoutException">It was still running after <paramref name="patience"/> (90 s unless given).</exception>
    public async Task TerminateAsync(TimeSpan? patience = null)
    {
        if (!_process.HasExited && !UnixSignals.Send(_process.Id, UnixSignals.Terminate)) throw new InvalidOperationException("The signal could not be sent.");
        using var limit = new CancellationTokenSource(patience ?? DefaultPatience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The portal did not end after SIGTERM.\n{Output}");
        }
    }

    /// <summary>Starts it again, after its end, with the same data directory, port and settings; waits until it is ready.</summary>
    public async Task RestartAsync(TimeSpan? patience = null)
    {
        if (!_process.HasExited) throw new InvalidOperationException("End it first, by Kill or TerminateAsync.");
        _process.Dispose();
        _process = StartProcess();
        await WaitUntilReadyAsync(patience ?? DefaultPatience);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Kill();
        _process.Dispose();
        if (_ownsDataDirectory) Directory.Delete(DataDirectory, recursive: true);
        return ValueTask.CompletedTask;
    }

    // As built for src/Web itself: only there its static files are found as `dotnet run` finds them.
    private static ProcessStartInfo StartInfo(string[] arguments, int port, string dataDirectory, IReadOnlyDictionary<string, string> environment)
    {
        var web = Path.Combine(RepositoryRoot.Path, "src", "Web");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var assembly = Path.Combine(web, "bin", configuration, "net10.0", "NexiPortal.Web.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Portal__DataDirectory"] = dataDirectory;
        start.Environment["DOTNET_USE_POLLING_FILE_WATCHER"] = "1"; // Many portals at once would use up the machine's file watchers.
        start.Environment["DOTNET_TieredPGO"] = "0"; // As in the tests' own processes.
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private Process StartProcess()
    {
        var process = Process.Start(StartInfo([], Address.Port, DataDirectory, _environment))!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null) _output.AppendLine(line);
        }
    }

    private async Task WaitUntilReadyAsync(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync();
                throw new InvalidOperationException($"The portal ended with {_process.ExitCode} instead of starting.\n{Output}");
            }
            if (waited.Elapsed > patience) throw new InvalidOperationException($"The portal was not ready within {patience.TotalSeconds:0} s.\n{Output}");
            await Task.Delay(50);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
