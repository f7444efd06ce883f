using System.Diagnostics;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>A program and the directory it is started in.</summary>
internal sealed record Program(string Path, string Directory);

/// <summary>The portal and its peer, ready to be started: published as an operator does, or as built.</summary>
internal sealed class Deployment : IDisposable
{
    private readonly DirectoryInfo? _published;

    private Deployment(Program portal, Program peer, DirectoryInfo? published)
    {
        Portal = portal;
        Peer = peer;
        _published = published;
    }

    public Program Portal { get; }

    public Program Peer { get; }

    public static async Task<Deployment> MakeAsync(bool asBuilt)
    {
        if (asBuilt) return new(AsBuilt("src/Web", "NexiPortal.Web"), AsBuilt("tests/BenchmarkPeer", "NexiPortal.BenchmarkPeer"), null);
        var published = Directory.CreateTempSubdirectory("nexiportal-published-");
        return new(
            await PublishAsync("src/Web", "NexiPortal.Web", published, "-r", "linux-x64", "--no-self-contained"),
            await PublishAsync("tests/BenchmarkPeer", "NexiPortal.BenchmarkPeer", published),
            published);
    }

    public void Dispose() => _published?.Delete(recursive: true);

    private static Program AsBuilt(string project, string name)
    {
        var directory = Path.Combine(RepositoryRoot.Path, project);
        return new(Path.Combine(directory, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", $"{name}.dll"), directory);
    }

    private static async Task<Program> PublishAsync(string project, string name, DirectoryInfo into, params string[] options)
    {
        var directory = Path.Combine(into.FullName, name);
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", directory, "-v", "q", "-nologo", .. options]) { WorkingDirectory = RepositoryRoot.Path };
        using var publishing = Process.Start(start)!;
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0 ? new(Path.Combine(directory, $"{name}.dll"), directory) : throw new InvalidOperationException($"{project} could not be published.");
    }
}
