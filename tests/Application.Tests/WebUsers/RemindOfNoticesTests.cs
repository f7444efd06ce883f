using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>M14. Every letter goes out on 1 July; whether it arrived is asked on 15 July, and its initial password dies with 30 August.</summary>
public sealed class RemindOfNoticesTests
{
    private const string Id = "A000000011";
    private static readonly DateTimeOffset Due = new(2026, 7, 15, 9, 0, 0, JapanTime.Offset);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Letter_WithWhichNobodyLoggedIn_IsAskedAfterOnce_AtTheAddressOfTheCase(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(ApplicationState.Completed);
        portal.Clock.SetUtcNow(Due);

        (await RemindAsync(portal)).ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromDays(7));
        (await RemindAsync(portal)).ShouldBe(0);

        var mail = (await portal.DeliverAsync())[^1];
        (mail.To, mail.Subject).ShouldBe((RegistrantSteps.Address, $"【NEXI】登録完了通知書は届きましたか {number}"));
        mail.Text.ShouldContain("2026年7月1日(水)に「登録完了通知書」を発送しました");
        mail.Text.ShouldContain("■初期パスワードの有効期限\n2026年8月30日(日) 23時59分まで");
        mail.Text.ShouldContain("https://portal.example.jp/login\n");
        mail.Text.ShouldContain("■お手元に届いていない場合");
        mail.Text.ShouldNotContain(Id);
        (await portal.SendAsync(new CaseMails.Query(number))).Value.Mails[^1].Subject.ShouldBe(mail.Subject);
        (await portal.ViewAsync(number)).State.ShouldBe(ApplicationState.Completed);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 14, 23, 59, 0)]
    [InlineData(DatabaseProvider.Sqlite, 15, 0, 0, 1)]
    [InlineData(DatabaseProvider.Sqlite, 22, 9, 0, 1)] // After a week of downtime.
    [InlineData(DatabaseProvider.Sqlite, 31 + 30, 23, 59, 1)]
    [InlineData(DatabaseProvider.Sqlite, 31 + 31, 0, 0, 0)] // The initial password is of no use any more.
    [InlineData(DatabaseProvider.PostgreSql, 14, 23, 59, 0)]
    [InlineData(DatabaseProvider.PostgreSql, 15, 0, 0, 1)]
    [InlineData(DatabaseProvider.PostgreSql, 31 + 31, 0, 0, 0)]
    [Trait("Requirement", "F21")]
    public async Task Reminder_GoesFromTheFourteenthDayInJapan_AndAfterDowntimeWhileItIsOfUse(DatabaseProvider database, int julyDay, int hour, int minute, int mails)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.CaseInAsync(ApplicationState.Completed);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, hour, minute, 0, JapanTime.Offset).AddDays(julyDay - 1));

        (await RemindAsync(portal)).ShouldBe(mails);
    }

    [Fact]
    public async Task Days_AreASetting()
    {
        await using var portal = await TestPortal.StartAsync(change: services => services.AddSingleton(new WebUserPolicy { NoticeReminderDays = 20 }));
        await portal.CaseInAsync(ApplicationState.Completed);
        portal.Clock.SetUtcNow(Due.AddDays(5));
        (await RemindAsync(portal)).ShouldBe(0);

        portal.Clock.Advance(TimeSpan.FromDays(1));
        (await RemindAsync(portal)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TwentyNodesAtOnce_AskAfterEachLetterOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        for (var i = 0; i < 3; i++) await portal.CaseInAsync(ApplicationState.Completed, address: $"n{i}@sample.com");
        portal.Clock.SetUtcNow(Due);

        var reminded = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => RemindAsync(portal))));

        reminded.Sum().ShouldBe(3);
        (await MailsAsync(portal)).ShouldBe(3);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task AfterALogin_NobodyIsAsked(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, password) = await DispatchAsync(portal, await portal.CaseInAsync(ApplicationState.Approved));
        await portal.LogInAsync(id, password);
        portal.Clock.SetUtcNow(Due);

        (await RemindAsync(portal)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ReturnedLetter_IsNotAskedAfter_ButTheOneInItsPlaceIs(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(ApplicationState.Completed);
        portal.Clock.SetUtcNow(Due.AddDays(-1));
        await portal.DoAsync(number, ApplicationVerb.RegisterReturn);
        portal.Clock.SetUtcNow(Due);
        (await RemindAsync(portal)).ShouldBe(0);

        await portal.DoAsync(number, ApplicationVerb.RegisterDispatch);
        portal.Clock.SetUtcNow(Due.AddDays(13));
        (await RemindAsync(portal)).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        (await RemindAsync(portal)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ReissuedLetter_IsNotAskedAfter_ButTheOneInItsPlaceIs(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(ApplicationState.Completed);
        var administrator = await OnlyAsync(portal);
        await portal.ReissueAsync(administrator);
        portal.Clock.SetUtcNow(Due);
        (await RemindAsync(portal)).ShouldBe(0);

        var shown = await portal.NoticeNumberAsync(administrator);
        await portal.PrintAsync(shown);
        await portal.ConfirmPrintedAsync(shown.Next);
        (await portal.SendAsync(new DispatchNotice.Command($"{shown.Next}", new(2026, 7, 15), ""))).Errors.ShouldBeEmpty();
        portal.Clock.Advance(TimeSpan.FromDays(14));
        (await RemindAsync(portal)).ShouldBe(1);

        (await portal.DeliverAsync())[^1].Subject.ShouldEndWith(number.Value);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task WhoMayNotLogIn_IsNotAsked_UntilResumed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.CaseInAsync(ApplicationState.Completed);
        portal.Clock.SetUtcNow(Due);
        var user = await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync());

        await portal.ChangeUserAsync(Id, administrator => administrator.Suspend(Due));
        (await RemindAsync(portal)).ShouldBe(0);
        await portal.ChangeUserAsync(Id, administrator => administrator.Resume(Due));
        (await portal.SendAsync(new SuspendInsuranceUser.Command(user.Code.Value, user.Version, "届出"))).Errors.ShouldBeEmpty();
        (await RemindAsync(portal)).ShouldBe(0);
        (await portal.SendAsync(new ResumeInsuranceUser.Command(user.Code.Value, user.Version + 1, "届出"))).Errors.ShouldBeEmpty();
        (await RemindAsync(portal)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task AdministratorWhoEnded_AndOneWithoutACase_AreNotAsked(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.CaseInAsync(ApplicationState.Completed);
        await portal.ChangeUserAsync(Id, administrator => administrator.End(TestPortal.Start));
        var old = (await portal.RegisterAdministratorsAsync(1))[0];
        var shown = await portal.NoticeNumberAsync(old);
        await portal.PrintAsync(shown);
        await portal.ConfirmPrintedAsync(shown.Next);
        (await portal.SendAsync(new DispatchNotice.Command($"{shown.Next}", new(2026, 7, 1), ""))).Errors.ShouldBeEmpty();
        portal.Clock.SetUtcNow(Due);

        (await RemindAsync(portal)).ShouldBe(0);
        (await MailsAsync(portal)).ShouldBe(0);
    }

    private static async Task<int> RemindAsync(TestPortal portal) => (await portal.SendAsync(new RemindOfNotices.Command())).Value;

    private static Task<int> MailsAsync(TestPortal portal) => portal.AskAsync<IMailDb, int>(db => db.Mails.CountAsync(m => m.Kind == "M14"));

    private static Task<WebUser> OnlyAsync(TestPortal portal) => portal.AskAsync<IWebUsersDb, WebUser>(db => db.WebUsers.SingleAsync());

    // As staff do it, keeping the password on the paper.
    private static async Task<(string Id, string Password)> DispatchAsync(TestPortal portal, ApplicationNumber number)
    {
        var administrator = await OnlyAsync(portal);
        var shown = await portal.NoticeNumberAsync(administrator);
        var (_, password) = (await portal.PrintAsync(shown))[0];
        await portal.ConfirmPrintedAsync(shown.Next);
        (await portal.TryAsync(number, ApplicationVerb.RegisterDispatch, (await portal.ViewAsync(number)).Version)).Errors.ShouldBeEmpty();
        return (administrator.UserId.Value, password);
    }
}
