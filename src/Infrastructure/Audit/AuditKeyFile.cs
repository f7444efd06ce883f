using System.Security.Cryptography;
using NexiPortal.Application.Audit;

namespace NexiPortal.Infrastructure.Audit;

/// <summary>The audit chain's key, in a file beside the Data Protection keys; made at the first start, by whichever node comes first.</summary>
internal static class AuditKeyFile
{
    private const int Length = 32;

    public static AuditKey ReadOrCreate(string directory)
    {
        var path = Path.Combine(directory, "audit.key");
        if (!File.Exists(path))
        {
            // Written aside and moved into place: nobody can read half a key, and the first one stays.
            var draft = Path.Combine(directory, $"audit.key.{Guid.NewGuid():N}");
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
        return new(File.ReadAllBytes(path));
    }
}
