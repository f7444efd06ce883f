namespace NexiPortal.TestSupport;

/// <summary>Where the sources are, seen from a built test: the directory that holds <c>NexiPortal.sln</c>.</summary>
public static class RepositoryRoot
{
    /// <summary>Full path of the directory.</summary>
    public static readonly string Path = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "NexiPortal.sln"))) return directory.FullName;
        }
        throw new InvalidOperationException($"No NexiPortal.sln above {AppContext.BaseDirectory}.");
    }
}
