namespace NexiPortal.TestSupport;

/// <summary>The settings an operator begins with: docs/deploy/portal.env.</summary>
public static class SampleSettings
{
    /// <summary>Reads them as environment variables.</summary>
    public static Dictionary<string, string> Read() => File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "deploy", "portal.env"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('=', 2)).ToDictionary(part => part[0], part => part[1].Trim('\''));
}
