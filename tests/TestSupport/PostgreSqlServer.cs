using System.Diagnostics;
using System.Globalization;

namespace NexiPortal.TestSupport;

/// <summary>
/// A PostgreSQL cluster of the test's own, to be ended, started again and held up while a portal uses it.
/// It will not run as root: root runs it as the user postgres, whom PostgreSQL's package makes.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _directory;
    private readonly int _port = WebProcess.FreePort();

    private PostgreSqlServer(string programs, string directory) => (_programs, _directory) = (programs, directory);

    /// <summary>Connection string of a database that the portal makes at its first start.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=nexiportal";

    private string ProcessIdFile => Path.Combine(_directory, "postmaster.pid");

    /// <summary>Makes a cluster and starts it; without PostgreSQL's programs the test is skipped, or fails where everything is required.</summary>
    public static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = Requirements.PostgreSqlPrograms.Demand();
        var directory = (await RunAsync("mktemp", "--directory", "--tmpdir", "nexiportal-postgresql-XXXXXX")).Trim();
        var server = new PostgreSqlServer(programs, directory);
        try
        {
            await server.RunProgramAsync("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "--username=postgres", "--no-sync");
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, without a word to those who are connected: as after a crash it recovers at its next start.</summary>
    public Task StopAsync() => RunProgramAsync("pg_ctl", "stop", "--mode=immediate", "--wait");

    /// <summary>Starts it, the first time or after its end, at the same port; waits until it takes connections.</summary>
    // -F: what a crash of the machine would destroy is worth nothing here.
    public Task StartAgainAsync() =>
        RunProgramAsync("pg_ctl", "start", "--wait", $"--log={Path.Combine(_directory, "log")}", "--options", $"-p {_port} -h 127.0.0.1 -k '' -F -c max_connections=200");

    /// <summary>All its processes stand still: connections are taken by the system, and nothing is answered.</summary>
    public void Freeze()
    {
        // The parent first, so that no further ones begin.
        var parent = ParentProcess();
        Send(parent, UnixSignals.Stop);
        foreach (var child in ChildrenOf(parent)) Send(child, UnixSignals.Stop);
    }

    /// <summary>They go on.</summary>
    public void Thaw()
    {
        var parent = ParentProcess();
        foreach (var child in ChildrenOf(parent)) Send(child, UnixSignals.Continue);
        Send(parent, UnixSignals.Continue);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(ProcessIdFile))
        {
            Thaw();
            await StopAsync();
        }
        Directory.Delete(_directory, recursive: true);
    }

    private int ParentProcess() => int.Parse(File.ReadLines(ProcessIdFile).First(), CultureInfo.InvariantCulture);

    private static IEnumerable<int> ChildrenOf(int parent)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), out var process) && ParentOf(directory) == parent) yield return process;
        }
    }

    // "pid (name) state ppid …", where the name may hold anything.
    private static int? ParentOf(string directory)
    {
        try
        {
            var status = File.ReadAllText(Path.Combine(directory, "stat"));
            return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // It has just ended.
        }
    }

    // One that has just ended needs no signal.
    private static void Send(int process, int signal) => UnixSignals.Send(process, signal);

    private Task<string> RunProgramAsync(string program, params string[] arguments) => RunAsync(Path.Combine(_programs, program), [.. arguments, $"--pgdata={_directory}"]);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = "/"; // One that the user postgres may enter.
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{await output}{await error}");
    }
}
