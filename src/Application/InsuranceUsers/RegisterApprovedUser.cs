using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>承認する: a head office or branch is registered and gets its code, or an insurance user of old gets its administrator. What the register refuses refuses the approval.</summary>
internal sealed class RegisterApprovedUser(IInsuranceUsersDb db, InsuranceUserPolicy policy, ICurrentActor actor) : IDomainEventHandler<ApplicationApproved>
{
    public async Task<Result> HandleAsync(ApplicationApproved happened, CancellationToken ct)
    {
        var named = await db.FindNamedAsync(happened.Case.Type, happened.Details, ct);
        if (NamedInsuranceUser.RefusalOf(happened.Case.Type, named) is { } refused) return refused;

        var administrator = new NamedAdministrator(happened.SubjectId, happened.Details.ToPerson(), happened.Details.WishesOneTimePassword());
        if (happened.Case.Type == ApplicationType.WebUser) return named!.NameAdministrator(administrator, happened.OccurredAt);

        var (code, details, by) = (await NextFreeCodeAsync(ct), happened.Details.ToDetails(), new Actor(actor.Name));
        var registered = named is null
            ? InsuranceUser.Register(code, details, administrator, by, happened.OccurredAt)
            : named.AddBranch(code, details, administrator, by, happened.OccurredAt);
        if (registered.Succeeded) db.InsuranceUsers.Add(registered.Value);
        return registered;
    }

    // A code of old that was imported may lie ahead of the sequence.
    private async Task<InsuranceUserCode> NextFreeCodeAsync(CancellationToken ct)
    {
        InsuranceUserCode code;
        do code = await db.NextInsuranceUserCodeAsync(policy.FirstCode, ct);
        while (await db.InsuranceUsers.AnyAsync(u => u.Code == code, ct));
        return code;
    }
}
