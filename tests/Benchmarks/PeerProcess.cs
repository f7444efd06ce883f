namespace NexiPortal.Benchmarks;

/// <summary>How the peer is started: a Razor + EF template in Production, on an SQLite file of its own.</summary>
internal static class PeerProcess
{
    public static Dictionary<string, string> Settings(string directory) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__Peer"] = $"Data Source={Path.Combine(directory, "peer.db")}",
    };
}
