using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.InsuranceUsers;

/// <summary>The numbers of the register of insurance users; each is a setting with the default given here.</summary>
public sealed record InsuranceUserPolicy
{
    /// <summary>First 保険利用者コード the portal issues; codes that are taken are passed over.</summary>
    public InsuranceUserCode FirstCode { get; init; } = InsuranceUserCode.Of(100_000_001);
}
