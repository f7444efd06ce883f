using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>The insurance user that a Web user belongs to, as the InsuranceUsers module tells it.</summary>
public interface IInsuranceUserOf
{
    /// <summary>Whether its Web users may not log in for now.</summary>
    Task<bool> IsSuspendedAsync(Guid insuranceUserId, CancellationToken ct);

    /// <summary>Those whose Web users may not log in for now.</summary>
    Task<IReadOnlyCollection<Guid>> SuspendedAsync(CancellationToken ct);

    /// <summary>What is registered of it.</summary>
    Task<OwnInsuranceUser> ShowAsync(Guid insuranceUserId, CancellationToken ct);
}

/// <summary>The rules of passwords, for a Web user.</summary>
internal static class PasswordWishes
{
    /// <summary>A password that a Web user would like to have, beside what a stranger who knows the company would try.</summary>
    public static async Task<PasswordWish> WishAsync(this IInsuranceUserOf insuranceUsers, WebUser user, string password, string current, CancellationToken ct)
    {
        var company = await insuranceUsers.ShowAsync(user.InsuranceUserId, ct);
        return new(password, user.UserId.Value, current) { CompanyWords = PasswordWish.WordsIn(company.Name, company.Code.Value, user.Details.MailAddress.Value.Split('@')[1]) };
    }
}

/// <summary>The insurance user as its own Web users see it (⑰).</summary>
/// <param name="Code">保険利用者コード.</param>
/// <param name="Name">保険利用者名(漢字), with the name of the branch.</param>
/// <param name="Rows">What is registered, in the form's order.</param>
public sealed record OwnInsuranceUser(InsuranceUserCode Code, string Name, IReadOnlyList<EntryRow> Rows);
