using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>Where letters to an insurance user go, as the InsuranceUsers module tells it.</summary>
public interface ILetterAddresses
{
    /// <summary>The registered address.</summary>
    Task<LetterAddress> OfAsync(Guid insuranceUserId, CancellationToken ct);

    /// <summary>Why nobody of the insurance user is given an ID or another letter now; null when they are.</summary>
    Task<Error?> RefusalAsync(Guid insuranceUserId, CancellationToken ct);
}
