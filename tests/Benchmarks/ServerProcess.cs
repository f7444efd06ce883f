using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NexiPortal.Benchmarks;

/// <summary>A web application as a process of its own: the portal, or its peer.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServerProcess(ProcessStartInfo start, Uri address)
    {
        Address = address;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>From its start until its first page had come.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory it has held so far, in MiB.</summary>
    public double PeakMemory => Memory("VmHWM");

    /// <summary>The memory it holds now that is its own, in MiB: what it has read of its program's files, which the system can take back, left out.</summary>
    public double OwnMemory => Memory("RssAnon") + Memory("RssShmem");

    /// <summary>The beginning of what it wrote.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it and waits for its first page.</summary>
    /// <param name="program">What is started.</param>
    /// <param name="port">Where it is to listen.</param>
    /// <param name="settings">Settings as environment variables.</param>
    public static async Task<ServerProcess> StartAsync(Program program, int port, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program.Path]) { WorkingDirectory = program.Directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var started = Stopwatch.GetTimestamp();
        var server = new ServerProcess(start, new($"http://127.0.0.1:{port}/"));
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = Patience };
        while (!await AnswersAsync(client))
        {
            if (server._process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                await server.DisposeAsync();
                throw new InvalidOperationException($"{program.Path} did not start.\n{server.Output}");
            }
            await Task.Delay(5);
        }
        server.StartTime = Stopwatch.GetElapsedTime(started);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.Add("X-Forwarded-Proto", "https");
            using var answer = await client.SendAsync(request);
            return answer.IsSuccessStatusCode ? true : throw new InvalidOperationException($"{client.BaseAddress} answers {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private double Memory(string kind) => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith($"{kind}:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    private void Keep(string? line)
    {
        lock (_output)
        {
            // What it says of each request is not worth the memory.
            if (line is not null && _output.Length < 20_000) _output.AppendLine(line);
        }
    }
}
