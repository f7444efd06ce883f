using Microsoft.Data.Sqlite;
using NexiPortal.Application.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>
/// One portal at a time serves an SQLite file: two would hold up each other's writes and run the same jobs. Commands run beside it.
/// The lock ends with the process, however that ends.
/// </summary>
internal static class SoleServer
{
    /// <returns>What is held while the portal runs; null where several may serve.</returns>
    /// <exception cref="StartRefusedException">Another portal serves the file.</exception>
    public static IDisposable? Become(DatabaseSettings settings)
    {
        if (settings.Provider != DatabaseProvider.Sqlite) return null;
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);
        var held = $"{file}.server";
        try
        {
            return new FileStream(held, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(held))
        {
            throw new StartRefusedException($"Another NexiPortal already runs on {file}; end it first. Several at once need PostgreSQL.");
        }
    }
}
