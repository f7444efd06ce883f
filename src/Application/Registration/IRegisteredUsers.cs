using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>What the register of insurance users has to say about an application.</summary>
public interface IRegisteredUsers
{
    /// <summary>Insurance users that may be the applicant already: the first few of those alike.</summary>
    Task<IReadOnlyList<AlikeUser>> FindAlikeAsync(ApplicationType type, FieldValues details, CancellationToken ct);

    /// <summary>What is registered under the code an application names, and why it cannot be approved.</summary>
    Task<RegisteredUser> FindNamedAsync(ApplicationType type, FieldValues details, CancellationToken ct);
}

/// <summary>An insurance user that may be the applicant already.</summary>
/// <param name="Code">保険利用者コード.</param>
/// <param name="Name">保険利用者名(漢字), and the unit's name for a branch.</param>
/// <param name="Reasons">Why.</param>
public sealed record AlikeUser(InsuranceUserCode Code, string Name, IReadOnlyList<LikenessReason> Reasons);

/// <summary>The insurance user an application names by its code (B: the head office, C: itself).</summary>
/// <param name="Values">What is registered; null when no code is named, or nobody has it.</param>
/// <param name="Refusal">Why an approval would be refused; null when it would not.</param>
public sealed record RegisteredUser(FieldValues? Values, Error? Refusal);
