using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>The cases of an insurance user, as the Registration module tells them.</summary>
public interface IOwnCases
{
    /// <summary>
    /// The cases by which the insurance user and its administrators were registered, and every Webユーザー登録 that names its code; the latest first.
    /// A branch that names it as its head office is another insurance user's case.
    /// </summary>
    /// <param name="code">保険利用者コード.</param>
    /// <param name="registeredBy">The applications by which it and its administrators were registered.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<IReadOnlyList<OwnCase>> ListAsync(InsuranceUserCode code, IReadOnlyCollection<Guid> registeredBy, int most, DateTimeOffset now, CancellationToken ct);
}

/// <summary>A case as the administrator of its insurance user sees it (⑰).</summary>
/// <param name="Number">受付番号.</param>
/// <param name="Type">申込種類.</param>
/// <param name="SubmittedAt">申込日.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="ChangedAt">When it came to stand there.</param>
public sealed record OwnCase(ApplicationNumber Number, ApplicationType Type, DateTimeOffset SubmittedAt, ApplicationState State, DateTimeOffset ChangedAt);
