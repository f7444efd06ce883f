using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>M03. Every link is asked for on 1 July and ends with 30 August; the reminder falls due with 23 August.</summary>
public sealed class RemindOfLinksTests
{
    private const string Subject = "【NEXI】登録用URLの有効期限が近づいています";
    private static readonly DateTimeOffset Due = Jst(23, 9);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LinkNotUsed_IsRemindedOfOnce_WithoutASecret(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (token, password, _) = await portal.ReceiveLinkAsync();
        portal.Clock.SetUtcNow(Due);

        (await portal.SendAsync(new RemindOfLinks.Command())).Value.ShouldBe(1);
        (await portal.SendAsync(new RemindOfLinks.Command())).Value.ShouldBe(0);

        var mail = (await portal.DeliverAsync())[^1];
        mail.Subject.ShouldBe(Subject);
        mail.To.ShouldBe(RegistrantSteps.Address);
        mail.Text.ShouldContain("2026年7月1日(水)に「保険利用者・Webユーザー登録用URLのお知らせ」");
        mail.Text.ShouldContain("2026年8月30日(日) 23時59分まで");
        mail.Text.ShouldContain("https://portal.example.jp/registration/mail-address");
        mail.Text.ShouldContain("https://portal.example.jp/registration/status");
        mail.Text.ShouldNotContain(token);
        mail.Text.ShouldNotContain(password);
    }

    [Theory]
    [InlineData(22, 23, 0)]
    [InlineData(23, 0, 1)]
    [InlineData(30, 23, 1)]
    [InlineData(31, 0, 0)]
    [InlineData(31, 9, 0)]
    [Trait("Requirement", "F21")]
    public async Task Reminder_GoesFromSevenDaysBeforeTheEnd_AndAfterDowntimeWhileItIsOfUse(int day, int hour, int mails)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ReceiveLinkAsync();
        portal.Clock.SetUtcNow(Jst(day, hour));

        (await portal.SendAsync(new RemindOfLinks.Command())).Value.ShouldBe(mails);
    }

    [Fact]
    public async Task LinkUsedReplacedOrVoid_IsNotRemindedOf()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ApplyAsync("used@sample.com");
        var replaced = await portal.ReceiveLinkAsync("replaced@sample.com");
        await portal.ReceiveLinkAsync("replaced@sample.com", replaced.LinkId);
        var (token, _, _) = await portal.ReceiveLinkAsync("void@sample.com");
        for (var i = 0; i < 15; i++)
        {
            await portal.SendAsync(new OpenRegistrationLink.Command(token, "wrng-wrng-wrng"));
            portal.Clock.Advance(TimeSpan.FromMinutes(30));
        }
        portal.Clock.SetUtcNow(Due);

        (await portal.SendAsync(new RemindOfLinks.Command())).Value.ShouldBe(1);

        (await portal.DeliverAsync()).Where(mail => mail.Subject == Subject).ShouldHaveSingleItem().To.ShouldBe("replaced@sample.com");
    }

    [Fact]
    public async Task ResumeLink_IsRemindedOfInItsOwnWords()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = (await portal.ApplyAsync()).LinkId;
        await portal.ReopenAsync(linkId);
        portal.Clock.SetUtcNow(Due);

        await portal.SendAsync(new RemindOfLinks.Command());

        var number = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Number;
        var mail = (await portal.DeliverAsync())[^1];
        mail.Subject.ShouldBe($"【NEXI】手続き再開用URLの有効期限が近づいています {number}");
        mail.Text.ShouldContain("2026年7月1日(水)に「手続き再開用URLのお知らせ」");
        mail.Text.ShouldNotContain("/registration/mail-address");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TwoNodesAtOnce_RemindOfEachLinkOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        for (var i = 0; i < 5; i++) await portal.SendAsync(new RequestRegistrationLink.Command($"n{i}@sample.com", $"n{i}@sample.com"));
        portal.Clock.SetUtcNow(Due);

        var reminded = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => portal.SendAsync(new RemindOfLinks.Command()))));

        reminded.Sum(node => node.Value).ShouldBe(5);
        (await portal.AskAsync<IMailDb, int>(db => db.Mails.CountAsync(m => m.Kind == "M03"))).ShouldBe(5);
    }

    private static DateTimeOffset Jst(int august, int hour) => new(2026, 8, august, hour, 0, 0, JapanTime.Offset);
}
