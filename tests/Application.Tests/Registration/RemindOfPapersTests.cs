using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>M07. Every application is submitted on 1 July, and its form ends with 29 September: reminders fall due with 15 July, 15 and 26 September.</summary>
public sealed class RemindOfPapersTests
{
    private const string Subject = "【NEXI】申込書がまだ届いておりません";

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task PaperNotArrived_IsCalledToMindThreeTimes_OnceEach_WithoutASecret(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, path, password) = await portal.FileAsync("taro@sample.com");

        foreach (var (month, day, mails) in new[] { (7, 14, 0), (7, 15, 1), (7, 16, 1), (9, 14, 1), (9, 15, 2), (9, 25, 2), (9, 26, 3), (9, 29, 3), (9, 30, 3) })
        {
            portal.Clock.SetUtcNow(new(2026, month, day, 9, 0, 0, JapanTime.Offset));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.SendAsync(new RemindOfPapers.Command()))));
            (await RemindersAsync(portal)).Count.ShouldBe(mails, $"{month}/{day}");
        }

        var mail = (await RemindersAsync(portal))[0];
        mail.To.ShouldBe("taro@sample.com");
        mail.Text.ShouldContain("2026年7月1日(水)に申込情報を受信しましたが");
        mail.Text.ShouldContain("2026年9月29日(火)(必着)");
        mail.Text.ShouldContain("・印鑑証明書");
        mail.Text.ShouldNotContain(path);
        mail.Text.ShouldNotContain(password);
    }

    [Fact]
    [Trait("Requirement", "F21")]
    public async Task AfterDowntime_WhatWasMissedIsSaidOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.FileAsync("taro@sample.com");
        portal.Clock.SetUtcNow(new(2026, 9, 20, 9, 0, 0, JapanTime.Offset));

        (await portal.SendAsync(new RemindOfPapers.Command())).Value.ShouldBe(1);

        portal.Clock.SetUtcNow(new(2026, 9, 26, 0, 0, 0, JapanTime.Offset));
        (await portal.SendAsync(new RemindOfPapers.Command())).Value.ShouldBe(1);
        (await portal.SendAsync(new RemindOfPapers.Command())).Value.ShouldBe(0);
    }

    [Fact]
    public async Task ArrivedWithdrawnOrExpired_IsNotCalledToMind()
    {
        await using var portal = await TestPortal.StartAsync();
        var (arrived, _, _) = await portal.FileAsync("arrived@sample.com");
        await portal.BringToAsync(arrived, ApplicationState.InReview);
        var (withdrawn, _, _) = await portal.FileAsync("withdrawn@sample.com");
        await portal.BringToAsync(withdrawn, ApplicationState.Withdrawn);
        portal.Clock.SetUtcNow(new(2026, 9, 26, 9, 0, 0, JapanTime.Offset));
        (await portal.SendAsync(new RemindOfPapers.Command())).Value.ShouldBe(0);

        await using var late = await TestPortal.StartAsync();
        await late.FileAsync("late@sample.com");
        late.Clock.SetUtcNow(new(2026, 9, 30, 0, 0, 0, JapanTime.Offset));
        (await late.SendAsync(new RemindOfPapers.Command())).Value.ShouldBe(0);
    }

    [Fact]
    public async Task ShortLife_IsNotRemindedOfWhatHasJustBeenSaid()
    {
        await using var portal = await TestPortal.StartAsync(policy: new RegistrationPolicy { FormLifetimeDays = 10 });
        await portal.FileAsync("taro@sample.com");

        for (var day = 1; day <= 12; day++)
        {
            portal.Clock.SetUtcNow(new(2026, 7, day, 12, 0, 0, JapanTime.Offset));
            await portal.SendAsync(new RemindOfPapers.Command());
        }

        (await RemindersAsync(portal)).Count.ShouldBe(1); // 8 July, three days before its end.
    }

    private static async Task<IReadOnlyList<CaughtMail>> RemindersAsync(TestPortal portal) => [.. (await portal.DeliverAsync()).Where(mail => mail.Subject.StartsWith(Subject, StringComparison.Ordinal))];
}
