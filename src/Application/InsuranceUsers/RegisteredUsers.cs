using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Tells the Registration module what the register has to say about an application.</summary>
internal sealed class RegisteredUsers(IInsuranceUsersDb db, IWebUsersOf webUsers) : IRegisteredUsers
{
    private const int MostAlike = 20;

    public async Task<IReadOnlyList<AlikeUser>> FindAlikeAsync(ApplicationType type, FieldValues details, CancellationToken ct)
    {
        var (name, kana) = (Likeness.OfName(details[ApplicationFields.CompanyName]), Likeness.OfKana(details[ApplicationFields.CompanyNameKana]));
        var (telephone, address) = (Likeness.OfTelephone(details[ApplicationFields.Telephone]), Likeness.OfAddress(details[ApplicationFields.Address]));
        var named = (await db.FindNamedAsync(type, details, ct))?.Code;
        var alike = db.InsuranceUsers.AsNoTracking().Where(u => u.NameLikeness == name || u.KanaLikeness == kana || u.TelephoneLikeness == telephone || u.AddressLikeness == address);
        // Who is named is known to be the same company; so are the head office of a branch and its other branches, as far as the name goes.
        if (named is not null)
        {
            alike = type == ApplicationType.WebUser
                ? alike.Where(u => u.Code != named)
                : alike.Where(u => (u.Code != named && u.HeadOfficeCode != named) || u.TelephoneLikeness == telephone || u.AddressLikeness == address);
        }
        var found = await alike.OrderBy(u => u.Code).Take(MostAlike)
            .Select(u => new { u.Code, u.Details.CompanyName, u.Details.BranchName, u.NameLikeness, u.KanaLikeness, u.TelephoneLikeness, u.AddressLikeness }).ToListAsync(ct);
        return
        [
            .. found.Select(u => new AlikeUser(u.Code, $"{u.CompanyName}　{u.BranchName}".TrimEnd('　'),
            [
                .. new (LikenessReason Reason, bool Holds)[]
                {
                    (LikenessReason.Name, u.NameLikeness == name),
                    (LikenessReason.Kana, u.KanaLikeness == kana),
                    (LikenessReason.Telephone, u.TelephoneLikeness == telephone),
                    (LikenessReason.Address, u.AddressLikeness == address),
                }.Where(reason => reason.Holds).Select(reason => reason.Reason),
            ])),
        ];
    }

    public async Task<RegisteredUser> FindNamedAsync(ApplicationType type, FieldValues details, CancellationToken ct)
    {
        var named = await db.FindNamedAsync(type, details, ct);
        return new(named?.Details.ToValues(named.HeadOfficeCode), NamedInsuranceUser.RefusalOf(type, named) ?? await RefusalOfAnotherAsync(type, named, ct));
    }

    private async Task<Error?> RefusalOfAnotherAsync(ApplicationType type, InsuranceUser? named, CancellationToken ct) =>
        type == ApplicationType.WebUser && await webUsers.HasAdministratorAsync(named!.Id, ct) ? new(WebUserErrors.AdministratorExists) : null;
}
