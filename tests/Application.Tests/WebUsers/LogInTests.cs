using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.TestSupport.ServiceSteps;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>⑮–⑰: from the letter into the Web service, and out of it.</summary>
public sealed class LogInTests
{
    private const string Subject = "【NEXI】新しい環境からのログインのお知らせ";

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S18")]
    public async Task LetterPassword_LogsIn_MustBeChanged_AndIsWorthNothingAfterwards(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, password) = await portal.PostLetterAsync();

        var first = await portal.LogInAsync(id, password);
        (await portal.WhoAsync(first)).Value.MustChangePassword.ShouldBeTrue();
        var session = await portal.ChooseAsync(first, password, Password);

        var person = (await portal.WhoAsync(session)).Value;
        (person.UserId.Value, person.MustChangePassword).ShouldBe((id, false));
        (await portal.WhoAsync(first)).Succeeded.ShouldBeFalse();
        (await portal.TryLogInAsync(id, password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        (await portal.LogInAsync($" {id.ToLowerInvariant()} ", Password)).ShouldNotBe(Guid.Empty);
        (await portal.DeliverAsync())[^1].ShouldSatisfyAllConditions(
            mail => mail.Subject.ShouldBe("【NEXI】パスワードが変更されました"), mail => mail.Text.ShouldContain(id), mail => mail.Text.ShouldNotContain(Password));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S15")]
    public async Task UnknownWrongSuspendedEndedAndUnprinted_AreAnsweredAlike_AtOneHashEach(DatabaseProvider database)
    {
        var hasher = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddSingleton<IPasswordHasher>(hasher));
        var (id, password) = await portal.PostLetterAsync();
        var (suspended, itsPassword) = await portal.PostLetterAsync();
        await portal.ChangeUserAsync(suspended, user => user.Suspend(portal.Clock.Now()));
        var (ended, endedPassword) = await portal.PostLetterAsync();
        await portal.ChangeUserAsync(ended, user => user.End(portal.Clock.Now()));
        var unprinted = (await portal.RegisterAdministratorsAsync(1))[0].UserId.Value;

        foreach (var (typed, tried) in new[] { (id, "wrong"), ("A999999990", password), ("nobody", password), (suspended, itsPassword), (ended, endedPassword), (unprinted, password) })
        {
            hasher.Hashes = 0;
            (await portal.TryLogInAsync(typed, tried)).ShouldBeOfType<LogInWebUser.Outcome.Refused>(typed);
            hasher.Hashes.ShouldBe(1, typed);
        }
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task InitialPassword_DiesAtTheEndOfItsSixtiethDay(int days, bool opens)
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, password) = await portal.PostLetterAsync();

        portal.Clock.SetUtcNow(JapanTime.EndOf(JapanTime.DateAt(TestPortal.Start).AddDays(60)).AddDays(days - 60));

        (await portal.TryLogInAsync(id, password)).ShouldBeAssignableTo(opens ? typeof(LogInWebUser.Outcome.LoggedIn) : typeof(LogInWebUser.Outcome.Expired));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task NewBrowser_IsToldByMail_ButNotTheFirstEver_NorTheSameAgain(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, _) = await portal.EnterServiceAsync();
        await portal.LogInAsync(id, Password);
        (await portal.DeliverAsync()).ShouldNotContain(mail => mail.Subject == Subject);

        var browser = "Firefox(Linux)".PadRight(WebUserSession.MaxBrowserLength + 1, '.');
        for (var i = 0; i < 2; i++) await portal.SendAsync(new LogInWebUser.Command(id, Password, Origin, browser));

        (await portal.DeliverAsync()).Where(mail => mail.Subject == Subject).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            mail => mail.Text.ShouldContain("Firefox(Linux)"), mail => mail.Text.ShouldContain(id), mail => mail.Text.ShouldNotContain(Password));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SuspensionAndResumption_AreToldByMail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, _) = await portal.EnterServiceAsync();

        await portal.ChangeUserAsync(id, user => user.Suspend(portal.Clock.Now()));
        await portal.ChangeUserAsync(id, user => user.Resume(portal.Clock.Now()));

        var told = (await portal.DeliverAsync()).Where(mail => mail.Subject.Contains("停止・再開")).ToList();
        told.Select(mail => mail.Text.Contains("ご利用を停止しました")).ShouldBe([true, false]);
        told.Select(mail => mail.Text.Contains("ご利用を再開しました")).ShouldBe([false, true]);
        told.ShouldAllBe(mail => mail.Text.Contains(id) && mail.Text.Contains("■手続きをした者\n株式会社日本貿易保険"));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SuspensionByAMemberOfStaff_NamesTheOperator_AndNobodyOfIt(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var user = await portal.AskAsync<IWebUsersDb, WebUser>(db => db.WebUsers.SingleAsync());

        (await portal.SendAsync(new SuspendWebUser.Command(id, user.Version, null), by: "staff:clerk")).Errors.ShouldBeEmpty();
        (await portal.SendAsync(new ResumeWebUser.Command(id, user.Version + 1, null), by: "staff:clerk")).Errors.ShouldBeEmpty();

        var told = (await portal.DeliverAsync()).Where(mail => mail.Subject == "【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ").ToList();
        told.Count.ShouldBe(2);
        told.ShouldAllBe(mail => mail.To == user.Details.MailAddress.Value && mail.Text.Contains("■手続きをした者\n株式会社日本貿易保険\n"));
        told.ShouldAllBe(mail => !mail.Text.Contains("clerk", StringComparison.OrdinalIgnoreCase) && !mail.Text.Contains("staff", StringComparison.OrdinalIgnoreCase));
        (await portal.WhoAsync(session)).Succeeded.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S29")]
    public async Task Session_EndsAtTheNextRequest_WhenAccessIsTakenAway(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        await EndsAsync((id, _) => portal.ChangeUserAsync(id, user => user.Suspend(portal.Clock.Now())));
        await EndsAsync((id, _) => portal.ChangeUserAsync(id, user => user.End(portal.Clock.Now())));
        await EndsAsync((_, session) => portal.SendAsync(new LogOutWebUser.Command(session)));
        await EndsAsync(async (id, _) =>
        {
            var user = await portal.AskAsync<IWebUsersDb, WebUser>(db => db.WebUsers.SingleAsync(u => u.UserId == WebUserId.Read(id)));
            await portal.ChangeAsync<IInsuranceUsersDb>(async db =>
                (await db.InsuranceUsers.SingleAsync(u => u.Id == user.InsuranceUserId)).Suspend("調査のため", new("staff:clerk"), portal.Clock.Now()).Succeeded.ShouldBeTrue());
            (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        });
        await EndsAsync((_, _) =>
        {
            portal.Clock.Advance(TimeSpan.FromHours(12));
            return Task.CompletedTask;
        });

        async Task EndsAsync(Func<string, Guid, Task> take)
        {
            var (id, session) = await portal.EnterServiceAsync();
            (await portal.WhoAsync(session)).Succeeded.ShouldBeTrue();
            await take(id, session);
            (await portal.WhoAsync(session)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.SessionEnded);
        }
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S17")]
    public async Task FiveWrong_PauseTheirOriginAlone_AndStaffLiftThePause(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        for (var i = 0; i < 5; i++) await portal.TryLogInAsync(id, "wrong", "198.51.100.7");

        (await portal.TryLogInAsync(id, Password, "198.51.100.7")).ShouldBeOfType<LogInWebUser.Outcome.Paused>();
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.LoggedIn>();
        (await portal.SendAsync(new UnlockWebUser.Command(id, null))).Succeeded.ShouldBeTrue();
        (await portal.TryLogInAsync(id, Password, "198.51.100.7")).ShouldBeOfType<LogInWebUser.Outcome.LoggedIn>();
        (await portal.WhoAsync(session)).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("wrong", "Kx7#mpQw9z", "Kx7#mpQw9z", typeof(ChangeWebUserPassword.Outcome.WrongPassword))]
    [InlineData(null, "short", "short", CredentialErrors.WrongLength)]
    [InlineData(null, "zQ7#Example", "zQ7#Example", CredentialErrors.ContainsCompany)] // The domain of the mail address.
    [InlineData(null, "Kx7#mpQw9z", "Kx7#mpQw9!", CredentialErrors.NewDiffers)]
    [Trait("Requirement", "S21")]
    public async Task NewPassword_NeedsThePresentOne_AndKeepsTheRules(string? current, string wished, string again, object expected)
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, password) = await portal.PostLetterAsync();
        var session = await portal.LogInAsync(id, password);
        var person = (await portal.WhoAsync(session)).Value;

        var answer = await portal.SendAsync(new ChangeWebUserPassword.Command(person.Id, current ?? password, wished, again, Origin, ""));

        if (expected is Type outcome) answer.Value.ShouldBeOfType(outcome);
        else answer.Errors.Select(error => error.Code).ShouldContain((string)expected);
        (await portal.WhoAsync(session)).Value.MustChangePassword.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Home_ShowsTheInsuranceUser_ThePerson_AndTheLastLogins(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.TryLogInAsync(id, "wrong");
        await portal.LogInAsync(id, Password);

        var home = (await portal.SendAsync(new ShowServiceHome.Query((await portal.WhoAsync(session)).Value.Id))).Value;

        home.UserId.Value.ShouldBe(id);
        home.InsuranceUser.Name.ShouldStartWith("第");
        home.InsuranceUser.Rows.ShouldContain(row => row.Value == "大阪府大阪市中央区城見１－１－１");
        home.LogIns.Select(logIn => (logIn.At, logIn.Browser)).First().ShouldBe((TestPortal.Start.AddHours(1), "Chrome(Windows)"));
        home.LastWrongAt.ShouldBe(TestPortal.Start.AddHours(1));
    }
}
