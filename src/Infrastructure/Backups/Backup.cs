using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Infrastructure.Backups;

/// <summary>
/// A directory that holds everything the portal keeps: the database as it was at one moment, and the keys. It is made beside a portal that runs,
/// and is put back where there is nothing yet. It holds secrets and personal data: only its owner may read it.
/// </summary>
public static class Backup
{
    private const string Keys = "keys";

    /// <summary>Makes a backup (<c>backup --to</c>); what is in its place was completed.</summary>
    /// <param name="services">The portal.</param>
    /// <param name="directory">The directory to make.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="StartRefusedException">The directory exists, or there is nothing to back up, or the database's tool failed.</exception>
    public static async Task BackUpAsync(this IServiceProvider services, string directory, CancellationToken ct)
    {
        var directories = services.GetRequiredService<DataDirectories>();
        if (Path.Exists(directory)) throw new StartRefusedException($"{directory} exists already; name a directory that does not.");
        var draft = $"{Path.TrimEndingDirectorySeparator(directory)}.unfinished-{Guid.NewGuid():N}";
        DataDirectories.MakePrivate(draft);
        try
        {
            var keys = Path.Combine(draft, Keys);
            // How far the audit chain has come is copied before the database, which may only be further; and once more everything after it,
            // for by then the database may hold what a key made meanwhile has sealed.
            CopyKeys(directories.Keys, keys);
            await DatabaseCopy.Of(services.GetRequiredService<DatabaseSettings>()).SaveAsync(draft, ct);
            CopyKeys(directories.Keys, keys);
            Directory.Move(draft, directory);
        }
        catch
        {
            Directory.Delete(draft, recursive: true);
            throw;
        }
    }

    /// <summary>Puts a backup back (<c>restore --from</c>) where there is neither a database nor a key; nothing is overwritten.</summary>
    /// <param name="services">The portal.</param>
    /// <param name="directory">The backup.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="StartRefusedException">It is no backup of such a database, something is there already, or the database's tool failed.</exception>
    public static async Task RestoreAsync(this IServiceProvider services, string directory, CancellationToken ct)
    {
        var directories = services.GetRequiredService<DataDirectories>();
        var copy = DatabaseCopy.Of(services.GetRequiredService<DatabaseSettings>());
        var keys = Path.Combine(directory, Keys);
        if (!Directory.Exists(directory)) throw new StartRefusedException($"{directory} does not exist.");
        if (!copy.IsIn(directory) || !Directory.Exists(keys))
            throw new StartRefusedException($"{directory} is no backup of a {services.GetRequiredService<DatabaseSettings>().Provider} database with its keys.");
        if (Directory.EnumerateFileSystemEntries(directories.Keys).Any()) throw new StartRefusedException($"There are keys in {directories.Keys} already; move them away first.");
        await copy.DemandNothingThereAsync(ct);
        CopyKeys(keys, directories.Keys);
        await copy.LoadAsync(directory, ct);
    }

    // A file that is there already stays as it is; one that is just being written is passed over.
    private static void CopyKeys(string from, string to)
    {
        DataDirectories.MakePrivate(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => Path.GetExtension(file) is ".key" or ".xml" or ""))
        {
            var copied = Path.Combine(to, Path.GetFileName(file));
            if (!File.Exists(copied)) File.Copy(file, copied);
        }
    }
}
