using System.Security.Cryptography;

namespace NexiPortal.Infrastructure;

/// <summary>A key in a file beside the Data Protection keys; made at the first start, by whichever node comes first.</summary>
internal static class KeyFile
{
    private const int Length = 32;

    public static byte[] ReadOrCreate(string directory, string name)
    {
        var path = Path.Combine(directory, $"{name}.key");
        if (!File.Exists(path))
        {
            // Written aside and moved into place: nobody can read half a key, and the first one stays.
            var draft = Path.Combine(directory, $"{name}.key.{Guid.NewGuid():N}");
            File.WriteAllBytes(draft, RandomNumberGenerator.GetBytes(Length));
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
}
