using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>An initial password just made: shown once to whoever hands it over, and kept nowhere.</summary>
/// <param name="StaffId">Whose it is.</param>
/// <param name="Password">The password.</param>
/// <param name="Until">Last second in which it can be used.</param>
public sealed record IssuedPassword(StaffId StaffId, InitialPassword Password, DateTimeOffset Until)
{
    internal static (InitialPassword Password, Credential Credential) Make(StaffId id, IPasswordHasher hasher, CredentialPolicy policy, DateTimeOffset now)
    {
        var password = InitialPassword.For(id.Value);
        return (password, Credential.Initial(hasher.Hash(password.Value), policy, now));
    }
}
