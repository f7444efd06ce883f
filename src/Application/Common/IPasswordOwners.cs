using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>Somebody who logs in with an ID and a password.</summary>
/// <param name="Audience">Whose tries of passwords are counted together.</param>
/// <param name="Id">WebユーザーID or 職員ID.</param>
/// <param name="PasswordHash">Hash of the password; null when there is none.</param>
/// <param name="MailAddress">Where codes by mail go; null when none do.</param>
public sealed record PasswordOwner(string Audience, string Id, string? PasswordHash, EmailAddress? MailAddress);

/// <summary>Those of one module who log in with an ID and a password; the identities of all modules are distinct.</summary>
public interface IPasswordOwners
{
    /// <summary>The one with an identity; null when there is none here.</summary>
    Task<PasswordOwner?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>A wrong password was entered; saved by the caller.</summary>
    Task RefusePasswordAsync(Guid id, DateTimeOffset now, CancellationToken ct);
}

/// <summary>Finds whoever logged in, whatever the module.</summary>
internal static class PasswordOwnerLookUp
{
    /// <summary>The one with an identity, and the module's owners.</summary>
    public static async Task<(PasswordOwner Owner, IPasswordOwners Among)> FindAsync(this IEnumerable<IPasswordOwners> modules, Guid id, CancellationToken ct)
    {
        foreach (var module in modules)
        {
            if (await module.FindAsync(id, ct) is { } owner) return (owner, module);
        }
        throw new InvalidOperationException("Nobody who logs in has the identity.");
    }
}
