using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>Where letters to an insurance user go, as the InsuranceUsers module tells it.</summary>
public interface ILetterAddresses
{
    /// <summary>The registered address.</summary>
    Task<LetterAddress> OfAsync(Guid insuranceUserId, CancellationToken ct);
}
