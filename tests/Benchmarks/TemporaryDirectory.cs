namespace NexiPortal.Benchmarks;

/// <summary>A directory that is deleted in the end.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nexiportal-benchmark-");

    public string Path => _directory.FullName;

    public void Dispose() => _directory.Delete(recursive: true);
}
