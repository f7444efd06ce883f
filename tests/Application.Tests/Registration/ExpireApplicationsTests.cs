using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>M12. Every application is submitted on 1 July; its paper is waited for until 29 September, a correction or a changed entry until 30 August.</summary>
public sealed class ExpireApplicationsTests
{
    private static readonly Actor Clerk = new("staff:clerk");
    private static readonly DateTimeOffset PaperDue = new(2026, 9, 29, 23, 59, 59, JapanTime.Offset);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task PaperNotArrived_IsToldOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var linkId = (await portal.ApplyAsync()).LinkId;
        portal.Clock.SetUtcNow(PaperDue);
        (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(1);
        (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(0);

        var number = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Number;
        var mail = (await portal.DeliverAsync())[^1];
        mail.Subject.ShouldBe($"【NEXI】申込書の有効期限が過ぎました {number}");
        mail.Text.ShouldContain("申込書の到着を有効期限までに確認できなかった");
        mail.Text.ShouldContain("2026年9月29日(火)");
        mail.Text.ShouldContain("https://portal.example.jp/registration/mail-address");
    }

    [Fact]
    public async Task CorrectionNotArrived_IsToldInItsOwnWords()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = (await portal.ApplyAsync()).LinkId;
        await portal.ChangeAsync<IRegistrationDb>(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.LinkId == linkId);
            application.RegisterReceipt(JapanTime.DateAt(TestPortal.Start), 1, [], Clerk, TestPortal.Start);
            application.RequestCorrection([CorrectionReasons.All[0].Key], "", new RegistrationPolicy(), Clerk, TestPortal.Start);
        });

        (await ExpireAsync(portal)).ShouldContain("訂正・追加をお願いした書類の到着を期限までに確認できなかった");
    }

    [Fact]
    public async Task EntryNotChanged_IsToldInItsOwnWords()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ReopenAsync((await portal.ApplyAsync()).LinkId);

        (await ExpireAsync(portal)).ShouldContain("手続き再開用URLの有効期限までに送信されなかった");
    }

    [Fact]
    public async Task PaperThatArrived_IsWaitedForNoLonger()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = (await portal.ApplyAsync()).LinkId;
        await portal.ChangeAsync<IRegistrationDb>(async db =>
            (await db.Applications.SingleAsync(a => a.LinkId == linkId)).RegisterReceipt(JapanTime.DateAt(TestPortal.Start), 1, [], Clerk, TestPortal.Start));
        portal.Clock.SetUtcNow(PaperDue.AddDays(7));

        (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(0);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TwoNodesAtOnce_TellOfEachApplicationOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        for (var i = 0; i < 3; i++) await portal.ApplyAsync($"n{i}@sample.com");
        portal.Clock.SetUtcNow(PaperDue.AddDays(7));

        var told = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => portal.SendAsync(new ExpireApplications.Command()))));

        told.Sum(node => node.Value).ShouldBe(3);
        (await portal.AskAsync<IMailDb, int>(db => db.Mails.CountAsync(m => m.Kind == "M12"))).ShouldBe(3);
    }

    private static async Task<string> ExpireAsync(TestPortal portal)
    {
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 31, 0, 0, 0, JapanTime.Offset));
        (await portal.SendAsync(new ExpireApplications.Command())).Value.ShouldBe(1);
        var mail = (await portal.DeliverAsync())[^1];
        mail.Subject.ShouldStartWith("【NEXI】申込書の有効期限が過ぎました");
        mail.Text.ShouldContain("2026年8月30日(日)");
        return mail.Text;
    }
}
