namespace NexiPortal.Infrastructure;

/// <summary>Where the portal keeps files.</summary>
/// <param name="Data">SQLite's database, caught mails (<c>Portal__DataDirectory</c>).</param>
/// <param name="Keys">Keys of Data Protection and of the audit chain, shared by all nodes (<c>Portal__KeysDirectory</c>).</param>
public sealed record DataDirectories(string Data, string Keys)
{
    /// <summary>Makes a directory that its owner alone may look into; one that is there stays as it is.</summary>
    public static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
