using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>The applicants of an insurance user: at most 99 whose IDs have not ended, however many are added at once.</summary>
internal sealed class Applicants(IWebUsersDb db, WebUserPolicy policy)
{
    /// <summary>
    /// Registers applicants and mails each the link to set a password (M17); saved by the caller. Those who add for one insurance user take turns,
    /// and each place has an index, so that no two get the same.
    /// </summary>
    /// <param name="form">The form they were entered in: a person entered in it before is not added again, another person is.</param>
    /// <param name="insuranceUserId">The insurance user.</param>
    /// <param name="people">The applicants to be.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The IDs in the order asked for. Refused when there are too few places.</returns>
    public async Task<Result<IReadOnlyList<WebUserId>>> AddAsync(Guid form, Guid insuranceUserId, IReadOnlyList<PersonalDetails> people, DateTimeOffset now, CancellationToken ct)
    {
        await db.TakeTurnAsync($"applicants {insuranceUserId:N}", ct);
        var keys = people.Select(person => KeyOf(form, insuranceUserId, person)).ToList();
        var ids = await db.WebUsers.Where(u => keys.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserId, ct);
        var missing = keys.Count(key => !ids.ContainsKey(key));

        var taken = await db.ApplicantsOf(insuranceUserId).Select(u => u.Slot).ToListAsync(ct);
        var free = new Queue<int>(Enumerable.Range(1, WebUser.MostApplicants).Where(slot => !taken.Contains(slot)));
        if (missing > 0 && free.Count == 0) return new Error(WebUserErrors.ApplicantsFull);
        if (missing > free.Count) return new Error(WebUserErrors.ApplicantsTooMany) { Arguments = [missing, free.Count] };

        foreach (var (key, person) in keys.Zip(people).Where(one => !ids.ContainsKey(one.First)))
        {
            var user = WebUser.RegisterApplicant(key, await db.NextWebUserIdAsync(WebUserRole.Applicant, ct), insuranceUserId, free.Dequeue(), person, now);
            db.WebUsers.Add(user);
            db.PasswordLinks.Add(PasswordLink.Issue(user, PasswordLinkPurpose.Invitation, LinkToken.New(), policy, now));
            ids.Add(key, user.UserId);
        }
        return keys.ConvertAll(key => ids[key]);
    }

    private static Guid KeyOf(Guid form, Guid insuranceUserId, PersonalDetails person) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', form, insuranceUserId, person.Department, person.JobTitle, person.Name, person.Telephone, person.MailAddress))).AsSpan(0, 16));
}
