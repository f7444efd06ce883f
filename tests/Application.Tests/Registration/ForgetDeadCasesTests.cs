using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>Ninety days after a case is dead nobody learns from the portal any more whose it was.</summary>
public sealed class ForgetDeadCasesTests
{
    private const string Canary = "忘却商事";
    private const string Noted = "忘却様から電話";

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S59")]
    public async Task DeadCase_IsForgottenAfterNinetyDays_OnceAndForGood(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (withdrawn, path, password) = await portal.FileAsync("canary@example.jp", but: (ApplicationFields.CompanyName, Canary));
        await portal.BringToAsync(withdrawn, ApplicationState.Withdrawn);
        var (lives, _, _) = await portal.FileAsync("lives@example.jp");
        await portal.BringToAsync(lives, ApplicationState.InReview);
        await portal.DeliverAsync();

        portal.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        (await portal.SendAsync(new ForgetDeadCases.Command())).Value.ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.SendAsync(new ForgetDeadCases.Command()))))).Sum(run => run.Value).ShouldBe(1);

        var forgotten = await portal.ViewAsync(withdrawn);
        (forgotten.Company, forgotten.State, forgotten.ForgottenAt).ShouldBe(("", ApplicationState.Withdrawn, portal.Clock.GetUtcNow()));
        forgotten.History.Count.ShouldBe(2);
        (await portal.ViewAsync(lives)).Company.ShouldNotBeEmpty();
        (await portal.SendAsync(new CaseMails.Query(withdrawn))).Value.Mails.ShouldBeEmpty();
        (await portal.SendAsync(new CaseMails.Query(lives))).Value.Mails.ShouldNotBeEmpty();
        (await portal.AskAsync<IRegistrationDb, EmailAddress?>(async db => (await db.Links.SingleAsync(l => l.TokenDigest == LinkToken.Read(path.Substring(3))!.Digest)).Address)).ShouldBeNull();
        (await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync(e => e.Action == nameof(ApplicationForgotten)))).ShouldBe(1);
        password.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task ExpiredCase_IsForgottenNinetyDaysAfterItsDeadline_AndCanBeRevivedUntilThen()
    {
        await using var portal = await TestPortal.StartAsync();
        var (number, _, _) = await portal.FileAsync("late@example.jp");
        portal.Clock.SetUtcNow(new(2026, 9, 30, 0, 0, 0, JapanTime.Offset));
        await portal.SendAsync(new ExpireApplications.Command());
        portal.Clock.SetUtcNow(new(2026, 12, 28, 23, 59, 58, JapanTime.Offset));
        (await portal.SendAsync(new ForgetDeadCases.Command())).Value.ShouldBe(0);
        (await portal.ViewAsync(number)).Verbs.ShouldContain(ApplicationVerb.Revive);

        portal.Clock.SetUtcNow(new(2026, 12, 28, 23, 59, 59, JapanTime.Offset));
        (await portal.SendAsync(new ForgetDeadCases.Command())).Value.ShouldBe(1);

        (await portal.ViewAsync(number)).Verbs.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "S59")]
    public async Task Forgotten_IsNotInTheFilesOfTheDatabaseEither()
    {
        await using var portal = await TestPortal.StartAsync();
        var (number, _, _) = await portal.FileAsync("canary@example.jp", but: (ApplicationFields.CompanyName, Canary));
        (await portal.SendAsync(new AddCaseNote.Command(number, Noted), CaseSteps.Clerk)).Succeeded.ShouldBeTrue();
        await portal.BringToAsync(number, ApplicationState.Withdrawn);
        Holds(portal, Canary).ShouldBeTrue();
        Holds(portal, Noted).ShouldBeTrue();

        portal.Clock.Advance(TimeSpan.FromDays(91));
        await portal.SendAsync(new ForgetDeadCases.Command());
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "portal.db")}"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var checkpoint = file.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // As the job does after forgetting.
            await checkpoint.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Holds(portal, Canary).ShouldBeFalse();
        Holds(portal, Noted).ShouldBeFalse();
        Holds(portal, "canary@example.jp").ShouldBeFalse();
    }

    private static bool Holds(TestPortal portal, string text) => Directory.EnumerateFiles(portal.DataDirectory, "portal.db*")
        .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
