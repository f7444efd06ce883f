using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>受付番号 of the cases that letters belong to, as the Registration module tells them.</summary>
public interface ICaseNumbers
{
    /// <summary>The numbers by application.</summary>
    Task<IReadOnlyDictionary<Guid, ApplicationNumber>> OfAsync(IReadOnlyCollection<Guid> applicationIds, CancellationToken ct);
}
