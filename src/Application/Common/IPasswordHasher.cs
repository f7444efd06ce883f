namespace NexiPortal.Application.Common;

/// <summary>Hashes passwords slowly and with salt. It takes a processor for its whole time, so never while a transaction is open.</summary>
public interface IPasswordHasher
{
    /// <summary>A hash to be stored, with its salt and parameters.</summary>
    string Hash(string password);

    /// <summary>Whether a password is the hashed one. Without a hash (an unknown ID) it costs as much, and is not.</summary>
    bool Fits(string password, string? hash);

    /// <summary>Whether a hash was made with other parameters than today's.</summary>
    bool IsOutdated(string hash);
}
