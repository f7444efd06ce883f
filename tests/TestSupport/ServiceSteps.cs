using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using Shouldly;

namespace NexiPortal.TestSupport;

/// <summary>What Web users do, by use cases: ⑭–⑰.</summary>
public static class ServiceSteps
{
    /// <summary>A password that keeps every rule.</summary>
    public const string Password = "Kx7#mpQw9z";

    /// <summary>Where requests come from unless a test says otherwise.</summary>
    public const string Origin = "203.0.113.8";

    /// <summary>⑭: an administrator whose letter was printed and confirmed; the ID and the password on it.</summary>
    public static async Task<(string Id, string Password)> PostLetterAsync(this TestPortal portal, bool wishOneTimePassword = false)
    {
        var administrator = (await portal.RegisterAdministratorsAsync(1, wishOneTimePassword))[0];
        var number = await portal.NoticeNumberAsync(administrator);
        var letter = (await portal.PrintAsync(number))[0];
        (await portal.ConfirmPrintedAsync(number.Next)).Errors.ShouldBeEmpty();
        return (administrator.UserId.Value, letter.Password);
    }

    /// <summary>⑮ with whatever is typed.</summary>
    public static async Task<LogInWebUser.Outcome> TryLogInAsync(this TestPortal portal, string id, string password, string origin = Origin) =>
        (await portal.SendAsync(new LogInWebUser.Command(id, password, origin, "Chrome(Windows)"))).Value;

    /// <summary>⑮ with the right password; gives back the session.</summary>
    public static async Task<Guid> LogInAsync(this TestPortal portal, string id, string password) =>
        (await portal.TryLogInAsync(id, password)).ShouldBeOfType<LogInWebUser.Outcome.LoggedIn>().SessionId;

    /// <summary>Whose session it is, as every request asks.</summary>
    public static Task<Result<CheckWebUserSession.Person>> WhoAsync(this TestPortal portal, Guid session) => portal.SendAsync(new CheckWebUserSession.Query(session));

    /// <summary>⑯: chooses a password; gives back the new session.</summary>
    public static async Task<Guid> ChooseAsync(this TestPortal portal, Guid session, string current, string chosen)
    {
        var person = (await portal.WhoAsync(session)).Value;
        var answer = await portal.SendAsync(new ChangeWebUserPassword.Command(person.Id, current, chosen, chosen, Origin, "Chrome(Windows)"));
        return answer.Value.ShouldBeOfType<ChangeWebUserPassword.Outcome.Changed>().SessionId;
    }

    /// <summary>⑭–⑰: an administrator with <see cref="Password"/>, logged in.</summary>
    public static async Task<(string Id, Guid Session)> EnterServiceAsync(this TestPortal portal)
    {
        var (id, password) = await portal.PostLetterAsync();
        return (id, await portal.ChooseAsync(await portal.LogInAsync(id, password), password, Password));
    }

    /// <summary>Changes a Web user by a verb of the core.</summary>
    public static Task ChangeUserAsync(this TestPortal portal, string id, Func<WebUser, Result> verb) => portal.ChangeAsync<IWebUsersDb>(async db =>
        verb(await db.WebUsers.SingleAsync(u => u.UserId == WebUserId.Read(id))).Errors.ShouldBeEmpty());
}
