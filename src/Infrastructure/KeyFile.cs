using System.Security.Cryptography;

namespace NexiPortal.Infrastructure;

/// <summary>A key in a file beside the Data Protection keys; made at the first start, by whichever node comes first.</summary>
internal static class KeyFile
{
    /// <summary>The key of the audit chain.</summary>
    public const string Audit = "audit";

    /// <summary>The key under which network addresses are written down.</summary>
    public const string Origin = "origin";

    private const int Length = 32;

    public static bool Exists(string directory, string name) => File.Exists(PathOf(directory, name));

    public static byte[] ReadOrCreate(string directory, string name)
    {
        var path = PathOf(directory, name);
        if (!File.Exists(path))
        {
            // Written aside and moved into place: nobody can read half a key, and the first one stays.
            var draft = Path.Combine(directory, $"{name}.key.{Guid.NewGuid():N}");
            using (var file = new FileStream(draft, Options())) file.Write(RandomNumberGenerator.GetBytes(Length));
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(draft);
            }
        }
        return File.ReadAllBytes(path);
    }

    // Its owner alone may read it.
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static string PathOf(string directory, string name) => Path.Combine(directory, $"{name}.key");
}
