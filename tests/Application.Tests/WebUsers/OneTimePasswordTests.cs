using System.Text;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.TestSupport.ServiceSteps;
using Outcome = NexiPortal.Application.Common.CodeOutcome;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>ワンタイムパスワード: set up, asked at every login, ended; codes come from an app of the tests' own.</summary>
public sealed class OneTimePasswordTests
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Authenticator_ShowsWhatTheStandardSays(long seconds, string code) =>
        Authenticator.Show("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task App_OnceSetUp_IsAskedAtEveryLogin_AndEachCodeOpensOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (key, _) = await portal.SetUpAppAsync(session);
        (await portal.WhoAsync(session)).Succeeded.ShouldBeTrue();

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Authenticator.Show(key, portal.Clock.Now());
        var halfway = await portal.AskedAsync(id);
        (await portal.WhoAsync(halfway)).Succeeded.ShouldBeFalse();
        var opened = (await portal.EnterAsync(halfway, code)).ShouldBeOfType<Outcome.LoggedIn>();
        (await portal.WhoAsync(opened.SessionId)).Value.UserId.Value.ShouldBe(id);

        (await portal.EnterAsync(halfway, Authenticator.Show(key, portal.Clock.Now(), 1))).ShouldBeOfType<Outcome.Over>();
        (await portal.EnterAsync(await portal.AskedAsync(id), code)).ShouldBeOfType<Outcome.Wrong>();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task NewBrowser_IsToldByMail_WhenTheCodeWasRight_NotBefore(DatabaseProvider database)
    {
        const string Subject = "【NEXI】新しい環境からのログインのお知らせ";
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (_, sheet) = await portal.SetUpAppAsync(session);
        await portal.EnterAsync(await portal.AskedAsync(id), sheet.Codes[0]);

        var halfway = (await portal.SendAsync(new LogInWebUser.Command(id, Password, Origin, "Firefox(Linux)"))).Value.ShouldBeOfType<LogInWebUser.Outcome.CodeAsked>().HalfwayId;
        (await portal.EnterAsync(halfway, "ABCDE-FGHJK", browser: "Firefox(Linux)")).ShouldBeOfType<Outcome.Wrong>();
        (await portal.DeliverAsync()).ShouldNotContain(mail => mail.Subject == Subject);

        (await portal.EnterAsync(halfway, sheet.Codes[1], browser: "Firefox(Linux)")).ShouldBeOfType<Outcome.LoggedIn>();
        await portal.EnterAsync(await portal.AskedAsync(id), sheet.Codes[2], browser: "Firefox(Linux)");

        (await portal.DeliverAsync()).Where(mail => mail.Subject == Subject).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            mail => mail.Text.ShouldContain("Firefox(Linux)"), mail => mail.Text.ShouldContain(id), mail => mail.Text.ShouldNotContain(sheet.Codes[1]));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S25")]
    public async Task SameCode_TwentyTimesAtOnce_OpensOneSession(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (key, _) = await portal.SetUpAppAsync(session);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var waiting = new List<Guid>();
        for (var i = 0; i < 20; i++) waiting.Add(await portal.AskedAsync(id));

        var code = Authenticator.Show(key, portal.Clock.Now());
        var answers = await Task.WhenAll(waiting.Select((halfway, i) => Task.Run(() => portal.EnterAsync(halfway, code, $"203.0.113.{i}"))));

        answers.OfType<Outcome.LoggedIn>().Count().ShouldBe(1);
    }

    [Theory]
    [Trait("Requirement", "S25")]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Code_MayBeOneStepOff(int steps, bool opens)
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, session) = await portal.EnterServiceAsync();
        var (key, _) = await portal.SetUpAppAsync(session);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await portal.EnterAsync(await portal.AskedAsync(id), Authenticator.Show(key, portal.Clock.Now(), steps));

        answer.ShouldBeAssignableTo(opens ? typeof(Outcome.LoggedIn) : typeof(Outcome.Wrong));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task RecoveryCode_OpensOnce_InAnyCase(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (_, sheet) = await portal.SetUpAppAsync(session);
        sheet.Codes.Distinct().Count().ShouldBe(10);

        (await portal.EnterAsync(await portal.AskedAsync(id), sheet.Codes[3].ToLowerInvariant().Replace("-", ""))).ShouldBeOfType<Outcome.LoggedIn>();

        (await portal.EnterAsync(await portal.AskedAsync(id), sheet.Codes[3])).ShouldBeOfType<Outcome.Wrong>();
        (await portal.ShowAsync(session)).RecoveryCodesLeft.ShouldBe(9);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task FiveWrongCodes_EndTheLogin_AndNeverPauseThePassword(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (key, _) = await portal.SetUpAppAsync(session);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var halfway = await portal.AskedAsync(id);

        for (var i = 0; i < 4; i++) (await portal.EnterAsync(halfway, "ABCDE-FGHJK")).ShouldBeOfType<Outcome.Wrong>();
        (await portal.EnterAsync(halfway, "ABCDE-FGHJK")).ShouldBeOfType<Outcome.Paused>().Until.ShouldBe(portal.Clock.Now().AddMinutes(30));

        (await portal.EnterAsync(halfway, Authenticator.Show(key, portal.Clock.Now()))).ShouldBeOfType<Outcome.Over>();
        var again = await portal.AskedAsync(id);
        (await portal.EnterAsync(again, Authenticator.Show(key, portal.Clock.Now()))).ShouldBeOfType<Outcome.Paused>();
        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        (await portal.EnterAsync(await portal.AskedAsync(id), Authenticator.Show(key, portal.Clock.Now()))).ShouldBeOfType<Outcome.LoggedIn>();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Mail_BringsSixDigits_GoodForTenMinutesAndOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        await portal.SetUpMailAsync(session);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        var halfway = await portal.AskedAsync(id);
        var code = await portal.MailedCodeAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        (await portal.EnterAsync(halfway, code)).ShouldBeOfType<Outcome.LoggedIn>();
        (await portal.EnterAsync(await portal.AskedAsync(id), code)).ShouldBeOfType<Outcome.Wrong>();

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        halfway = await portal.AskedAsync(id);
        var late = await portal.MailedCodeAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(9.9));
        (await portal.SendAsync(new MailOneTimePassword.Command(halfway))).Errors.ShouldBeEmpty();
        (await portal.EnterAsync(halfway, late)).ShouldBeOfType<Outcome.Wrong>();
        (await portal.SendAsync(new MailOneTimePassword.Command(halfway))).Errors[0].Code.ShouldBe(OneTimePasswordErrors.MailedJustNow);
        portal.Clock.Advance(TimeSpan.FromMinutes(.2));
        (await portal.EnterAsync(halfway, await portal.MailedCodeAsync())).ShouldBeOfType<Outcome.Over>();
    }

    [Fact]
    public async Task SetUpByMail_MailsAtMostOneCodeAMinute()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, session) = await portal.EnterServiceAsync();
        var me = (await portal.WhoAsync(session)).Value.Id;

        (await PrepareAsync()).Errors.ShouldBeEmpty();
        portal.Clock.Advance(TimeSpan.FromSeconds(59));
        (await PrepareAsync()).Errors[0].Code.ShouldBe(OneTimePasswordErrors.MailedJustNow);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await PrepareAsync()).Errors.ShouldBeEmpty();
        (await portal.DeliverAsync()).Count(mail => mail.Subject == "【NEXI】ワンタイムパスワード").ShouldBe(2);

        Task<Result> PrepareAsync() => portal.SendAsync(new PrepareOneTimePassword.Command(me, CodeMethod.Mail, "", Origin));
    }

    [Fact]
    public async Task Code_MayBeGroupedAndWide_ButHasNothingButDigits()
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, session) = await portal.EnterServiceAsync();
        var (key, _) = await portal.SetUpAppAsync(session);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Authenticator.Show(key, portal.Clock.Now());
        var halfway = await portal.AskedAsync(id);

        (await portal.EnterAsync(halfway, $"{code[..2]}A{code[2..]}")).ShouldBeOfType<Outcome.Wrong>();
        (await portal.EnterAsync(halfway, $" {code[..3]}　{string.Concat(code[3..].Select(digit => (char)(digit - '0' + '０')))}")).ShouldBeOfType<Outcome.LoggedIn>();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ReplacingRenewingAndEnding_AskForThePassword(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (key, sheet) = await portal.SetUpAppAsync(session);
        var me = (await portal.WhoAsync(session)).Value.Id;

        (await portal.SendAsync(new PrepareOneTimePassword.Command(me, CodeMethod.Mail, "wrong", Origin))).Errors[0].Code.ShouldBe(CredentialErrors.CurrentWrong);
        (await portal.SendAsync(new RenewRecoveryCodes.Command(me, "wrong", Origin))).Errors[0].Code.ShouldBe(CredentialErrors.CurrentWrong);
        (await portal.SendAsync(new SwitchOffOneTimePassword.Command(me, "wrong", Origin))).Errors[0].Code.ShouldBe(CredentialErrors.CurrentWrong);

        // What is begun and not confirmed changes nothing.
        (await portal.SendAsync(new PrepareOneTimePassword.Command(me, CodeMethod.Mail, Password, Origin))).Errors.ShouldBeEmpty();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.EnterAsync(await portal.AskedAsync(id), Authenticator.Show(key, portal.Clock.Now()))).ShouldBeOfType<Outcome.LoggedIn>();

        var renewed = (await portal.SendAsync(new RenewRecoveryCodes.Command(me, Password, Origin))).Value;
        (await portal.EnterAsync(await portal.AskedAsync(id), sheet.Codes[0])).ShouldBeOfType<Outcome.Wrong>();
        (await portal.EnterAsync(await portal.AskedAsync(id), renewed.Codes[0])).ShouldBeOfType<Outcome.LoggedIn>();

        (await portal.SendAsync(new SwitchOffOneTimePassword.Command(me, Password, Origin))).Errors.ShouldBeEmpty();
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.LoggedIn>();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LostPhone_IsReleasedByStaff(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        await portal.SetUpAppAsync(session);
        var halfway = await portal.AskedAsync(id);

        (await portal.SendAsync(new ReleaseOneTimePassword.Command(id, null))).Errors.ShouldBeEmpty();

        (await portal.EnterAsync(halfway, "123456")).ShouldNotBeOfType<Outcome.LoggedIn>();
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.LoggedIn>();
        (await portal.SendAsync(new ReleaseOneTimePassword.Command(id, null))).Errors[0].Code.ShouldBe(OneTimePasswordErrors.NotInUse);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S26")]
    public async Task HalfwayLogIn_EndsWithTheAccess_AndItsTenMinutes(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var (_, sheet) = await portal.SetUpAppAsync(session);

        var late = await portal.AskedAsync(id);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        (await portal.EnterAsync(late, sheet.Codes[0])).ShouldBeOfType<Outcome.Over>();

        var suspended = await portal.AskedAsync(id);
        await portal.ChangeUserAsync(id, user => user.Suspend(portal.Clock.Now()));
        (await portal.EnterAsync(suspended, sheet.Codes[0])).ShouldBeOfType<Outcome.Over>();

        portal.Clock.Advance(TimeSpan.FromDays(1.1));
        (await portal.SendAsync(new ForgetPasswordTries.Command())).Succeeded.ShouldBeTrue();
        (await portal.AskAsync<ICredentialDb, int>(db => db.HalfwayLogIns.CountAsync())).ShouldBe(0);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S26")]
    public async Task Keys_StandSealedInTheDatabase(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, session) = await portal.EnterServiceAsync();
        var (key, sheet) = await portal.SetUpAppAsync(session);

        var stored = await portal.AskAsync<ICredentialDb, OneTimePassword>(db => db.OneTimePasswords.SingleAsync());

        Encoding.Latin1.GetString(stored.InUse!.SealedKey!).ShouldNotContain(key.Replace(" ", ""));
        stored.RecoveryCodes.ShouldAllBe(digest => digest.Length == 64 && !sheet.Codes.Contains(digest));
    }
}

file static class Steps
{
    /// <summary>Sets up an app; gives back its key and the recovery codes.</summary>
    public static async Task<(string Key, RecoveryCodeSheet Sheet)> SetUpAppAsync(this TestPortal portal, Guid session)
    {
        var me = (await portal.WhoAsync(session)).Value.Id;
        (await portal.SendAsync(new PrepareOneTimePassword.Command(me, CodeMethod.App, "", Origin))).Errors.ShouldBeEmpty();
        var key = (await portal.ShowAsync(session)).App!.Key;
        var done = await portal.SendAsync(new ConfirmOneTimePassword.Command(me, Authenticator.Show(key, portal.Clock.Now()), Origin));
        return (key, done.Value);
    }

    /// <summary>Sets up mail.</summary>
    public static async Task SetUpMailAsync(this TestPortal portal, Guid session)
    {
        var me = (await portal.WhoAsync(session)).Value.Id;
        (await portal.SendAsync(new PrepareOneTimePassword.Command(me, CodeMethod.Mail, "", Origin))).Errors.ShouldBeEmpty();
        (await portal.SendAsync(new ConfirmOneTimePassword.Command(me, await portal.MailedCodeAsync(), Origin))).Errors.ShouldBeEmpty();
    }

    /// <summary>What the settings page shows.</summary>
    public static async Task<ShowOneTimePassword.View> ShowAsync(this TestPortal portal, Guid session) =>
        (await portal.SendAsync(new ShowOneTimePassword.Query((await portal.WhoAsync(session)).Value.Id))).Value;

    /// <summary>⑮ with the right password; gives back the login that waits for its code.</summary>
    public static async Task<Guid> AskedAsync(this TestPortal portal, string id) =>
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.CodeAsked>().HalfwayId;

    /// <summary>The code of the last mail M16.</summary>
    public static async Task<string> MailedCodeAsync(this TestPortal portal)
    {
        var mail = (await portal.DeliverAsync()).Last(sent => sent.Subject == "【NEXI】ワンタイムパスワード");
        return mail.Text.Split('\n').First(line => line.Trim() is { Length: 6 } digits && digits.All(char.IsAsciiDigit)).Trim();
    }

    /// <summary>Enters a code.</summary>
    public static async Task<Outcome> EnterAsync(this TestPortal portal, Guid halfway, string code, string origin = Origin, string browser = "Chrome(Windows)") =>
        (await portal.SendAsync(new EnterOneTimePassword.Command(halfway, code, origin, browser))).Value;
}
