using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>保険利用者コード of the insurance users that letters go to, as the InsuranceUsers module tells them.</summary>
public interface IInsuranceUserCodes
{
    /// <summary>The codes by insurance user.</summary>
    Task<IReadOnlyDictionary<Guid, InsuranceUserCode>> OfAsync(IReadOnlyCollection<Guid> insuranceUserIds, CancellationToken ct);
}
