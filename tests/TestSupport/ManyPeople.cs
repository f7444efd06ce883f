using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.TestSupport;

/// <summary>Many registrants and Web users at once, put into a portal's tables as the use cases leave them.</summary>
public static class ManyPeople
{
    /// <summary>Registrants who were mailed a link; the path and password of each.</summary>
    public static async Task<IReadOnlyList<(string Path, string Password)>> IssueLinksAsync(this TestPortal portal, int count)
    {
        var links = Enumerable.Range(0, count).Select(i =>
        {
            var (token, password) = (LinkToken.New(), RegistrationPassword.New());
            var link = RegistrationLink.Issue(EmailAddress.Read($"tantou{i}@kaisha{i % 997}.example.jp")!, token, password, new RegistrationPolicy(), portal.Clock.Now());
            link.TakeEvents();
            return (link, path: $"/r/{token.Value}", password: password.Value);
        }).ToList();
        await portal.AskAsync<IRegistrationDb, int>(db =>
        {
            db.Links.AddRange(links.Select(issued => issued.link));
            return ((DbContext)db).SaveChangesAsync();
        });
        return [.. links.Select(issued => (issued.path, issued.password))];
    }

    /// <summary>Administrators who have <see cref="ServiceSteps.Password"/>; the ID of each.</summary>
    public static async Task<IReadOnlyList<string>> AddAdministratorsAsync(this TestPortal portal, int count)
    {
        var added = await portal.RegisterAdministratorsAsync(count);
        var credential = await portal.AskAsync<IPasswordHasher, Credential>(hasher => Task.FromResult(Credential.Chosen(hasher.Hash(ServiceSteps.Password), portal.Clock.Now())));
        await portal.AskAsync<IWebUsersDb, int>(async db =>
        {
            foreach (var user in await db.WebUsers.ToListAsync())
            {
                user.SetPassword(credential with { }, portal.Clock.Now());
                user.TakeEvents();
            }
            return await ((DbContext)db).SaveChangesAsync();
        });
        return [.. added.Select(user => user.UserId.Value)];
    }
}
