using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>An applicant to be.</summary>
/// <param name="Key">Identity, chosen by whoever asks: the same asked twice is one applicant.</param>
/// <param name="Details">The person.</param>
internal sealed record ApplicantToBe(Guid Key, PersonalDetails Details);

/// <summary>The applicants of an insurance user: at most 99 whose IDs have not ended, however many are added at once.</summary>
internal sealed class Applicants(IWebUsersDb db, WebUserPolicy policy)
{
    /// <summary>
    /// Registers applicants and mails each the link to set a password (M17); saved by the caller. Those who add for one insurance user take turns,
    /// and each place has an index, so that no two get the same.
    /// </summary>
    /// <returns>The IDs in the order asked for; those of a form that was sent before, as they were then. Refused when there are too few places.</returns>
    public async Task<Result<IReadOnlyList<WebUserId>>> AddAsync(Guid insuranceUserId, IReadOnlyList<ApplicantToBe> people, DateTimeOffset now, CancellationToken ct)
    {
        await db.TakeTurnAsync($"applicants {insuranceUserId:N}", ct);
        var keys = people.Select(person => person.Key).ToList();
        var before = await db.WebUsers.Where(u => keys.Contains(u.Id) && u.InsuranceUserId == insuranceUserId).Select(u => u.UserId).ToListAsync(ct);
        if (before.Count > 0) return before;

        var taken = await db.ApplicantsOf(insuranceUserId).Select(u => u.Slot).ToListAsync(ct);
        var free = Enumerable.Range(1, WebUser.MostApplicants).Where(slot => !taken.Contains(slot)).ToList();
        if (free.Count == 0) return new Error(WebUserErrors.ApplicantsFull);
        if (free.Count < people.Count) return new Error(WebUserErrors.ApplicantsTooMany) { Arguments = [people.Count, free.Count] };

        List<WebUserId> added = [];
        foreach (var (person, slot) in people.Zip(free))
        {
            var user = WebUser.RegisterApplicant(person.Key, await db.NextWebUserIdAsync(WebUserRole.Applicant, ct), insuranceUserId, slot, person.Details, now);
            db.WebUsers.Add(user);
            db.PasswordLinks.Add(PasswordLink.Issue(user, PasswordLinkPurpose.Invitation, LinkToken.New(), policy, now));
            added.Add(user.UserId);
        }
        return added;
    }
}
