using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>An open case that may be the same application.</summary>
/// <param name="Number">受付番号.</param>
/// <param name="Type">申込種類.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Company">保険利用者名(漢字), with the name of the branch.</param>
/// <param name="Reasons">Why.</param>
public sealed record Duplicate(ApplicationNumber Number, ApplicationType Type, ApplicationState State, string Company, IReadOnlyList<LikenessReason> Reasons);

/// <summary>Finds the open cases that look like one.</summary>
internal static class Duplicates
{
    private const int AtMost = 20;

    /// <summary>The open cases alike, those with the most in common first.</summary>
    public static async Task<IReadOnlyList<Duplicate>> DuplicatesOfAsync(this IRegistrationDb db, RegistrationApplication one, DateTimeOffset now, CancellationToken ct)
    {
        var keys = one.Keys;
        string[] telephones = [keys.Telephone, keys.AdministratorTelephone];
        var others = db.Applications.Where(a => a.Id != one.Id && ApplicationStates.Open.Contains(a.State));
        var ids = others.Where(a => a.Keys.Name == keys.Name).Select(a => a.Id)
            .Union(others.Where(a => a.Keys.Kana == keys.Kana).Select(a => a.Id))
            .Union(others.Where(a => a.Keys.Address == keys.Address).Select(a => a.Id))
            .Union(others.Where(a => telephones.Contains(a.Keys.Telephone)).Select(a => a.Id))
            .Union(others.Where(a => telephones.Contains(a.Keys.AdministratorTelephone)).Select(a => a.Id))
            .Union(others.Where(a => one.Type == ApplicationType.WebUser && a.Keys.Code == keys.Code && a.Type == ApplicationType.WebUser).Select(a => a.Id));
        var alike = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        return
        [
            .. alike.Where(a => a.StateAt(now) != ApplicationState.Expired)
                .Select(a => new Duplicate(a.Number, a.Type, a.StateAt(now), a.Company, [.. Compare(one, a)]))
                .OrderByDescending(duplicate => duplicate.Reasons.Count).ThenBy(duplicate => duplicate.Number.Value, StringComparer.Ordinal).Take(AtMost),
        ];
    }

    private static IEnumerable<LikenessReason> Compare(RegistrationApplication one, RegistrationApplication other)
    {
        var (a, b) = (one.Keys, other.Keys);
        string[] telephones = [b.Telephone, b.AdministratorTelephone];
        if (one.Type == ApplicationType.WebUser && other.Type == ApplicationType.WebUser && a.Code == b.Code) yield return LikenessReason.Code;
        if (a.Name == b.Name) yield return LikenessReason.Name;
        if (a.Kana == b.Kana) yield return LikenessReason.Kana;
        if (telephones.Contains(a.Telephone) || telephones.Contains(a.AdministratorTelephone)) yield return LikenessReason.Telephone;
        if (a.Address == b.Address) yield return LikenessReason.Address;
    }
}
