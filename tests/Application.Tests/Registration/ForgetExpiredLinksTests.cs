using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Jobs;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>S59. Every link is asked for on 1 July and ends with 30 August.</summary>
public sealed class ForgetExpiredLinksTests
{
    private static readonly DateTimeOffset LastSecond = new(2026, 8, 30, 23, 59, 59, JapanTime.Offset);

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S59")]
    [Trait("Requirement", "F21")]
    public async Task LinkThatRanOut_LosesAddressDraftAndMails_AndStillSaysThatItHasExpired(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (token, password, linkId) = await portal.ReceiveLinkAsync();
        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));
        await portal.FillAndConfirmAsync(linkId);
        portal.Clock.SetUtcNow(LastSecond);
        (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(1);
        (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(0);

        (await portal.AskAsync<IRegistrationDb, EmailAddress?>(db => db.Links.Select(l => l.Address).SingleAsync())).ShouldBeNull();
        (await portal.AskAsync<IRegistrationDb, int>(db => db.Drafts.CountAsync())).ShouldBe(0);
        (await portal.AskAsync<IMailDb, int>(db => db.Mails.CountAsync())).ShouldBe(0);
        (await portal.SendAsync(new LookUpRegistrationLink.Query(token))).Value.Standing.ShouldBe(LinkStanding.Expired);
        (await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value.ShouldBe(new OpenRegistrationLink.Outcome.Unusable(LinkStanding.Expired));
    }

    [Fact]
    [Trait("Requirement", "S59")]
    public async Task WhatWasForgotten_IsInNoFileOfTheDatabase()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        await portal.FillAndConfirmAsync(linkId);
        string[] personal = [RegistrantSteps.Address, "株式会社髙﨑", EmailAddress.Read(RegistrantSteps.Address)!.MailboxKey];
        foreach (var text in personal) FilesWith(text, portal).ShouldNotBeEmpty();
        portal.Clock.SetUtcNow(LastSecond.AddDays(1));

        await ForgetAsync(portal);

        foreach (var text in personal) FilesWith(text, portal).ShouldBeEmpty(text);
    }

    [Fact]
    public async Task LinkReplacedBeforeItRanOut_IsForgottenAtItsEnd_AndStillSaysWhy()
    {
        await using var portal = await TestPortal.StartAsync();
        var first = await portal.ReceiveLinkAsync();
        await portal.ReceiveLinkAsync(replaces: first.LinkId);
        portal.Clock.SetUtcNow(LastSecond.AddSeconds(1));

        (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(2);

        (await portal.SendAsync(new LookUpRegistrationLink.Query(first.Token))).Value.Standing.ShouldBe(LinkStanding.Replaced);
    }

    [Fact]
    public async Task LinkUsed_GoesOnOpeningItsCase()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, linkId) = await portal.ReceiveLinkAsync();
        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId));
        portal.Clock.SetUtcNow(LastSecond.AddDays(1));

        (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(0);

        (await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value.ShouldBeOfType<OpenRegistrationLink.Outcome.Opened>();
        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Address.Value.ShouldBe(RegistrantSteps.Address);
    }

    [Fact]
    public async Task ResumeLinkThatRanOut_LosesItsDraft_TheCaseStays()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = (await portal.ApplyAsync()).LinkId;
        var resumeLinkId = await portal.ReopenAsync(linkId);
        portal.Clock.SetUtcNow(LastSecond.AddDays(-7));
        await portal.SendAsync(new RemindOfLinks.Command());
        portal.Clock.SetUtcNow(LastSecond.AddSeconds(1));

        (await portal.SendAsync(new ForgetExpiredLinks.Command())).Value.ShouldBe(1);

        (await portal.AskAsync<IRegistrationDb, bool>(db => db.Drafts.AnyAsync(d => d.LinkId == resumeLinkId))).ShouldBeFalse();
        (await portal.AskAsync<IMailDb, bool>(db => db.Mails.AnyAsync(m => m.SubjectId == resumeLinkId && m.Kind == "M03"))).ShouldBeTrue();
        (await portal.AskAsync<IRegistrationDb, RegistrationApplication>(db => db.Applications.SingleAsync())).ShouldSatisfyAllConditions(
            application => application.Address.Value.ShouldBe(RegistrantSteps.Address),
            application => application.Details[ApplicationFields.CompanyName].ShouldNotBeEmpty());
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TwoNodesAtOnce_ForgetEachLinkOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        for (var i = 0; i < 5; i++) await portal.SendAsync(new RequestRegistrationLink.Command($"n{i}@sample.com", $"n{i}@sample.com"));
        portal.Clock.SetUtcNow(LastSecond.AddDays(7));

        var forgotten = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => portal.SendAsync(new ForgetExpiredLinks.Command()))));

        forgotten.Sum(node => node.Value).ShouldBe(5);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S59")]
    public async Task SessionsAndMailCounts_AreKeptAsLongAsTheyAreOfUse(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EnterAsync();
        portal.Clock.Advance(SessionLimit.Longest);
        (await portal.SendAsync(new ForgetPastVisits.Command())).Value.ShouldBe(1);
        (await CountAsync(portal)).ShouldBe((0, 1));

        portal.Clock.Advance(TimeSpan.FromHours(12));
        (await portal.SendAsync(new ForgetPastVisits.Command())).Value.ShouldBe(1);
        (await CountAsync(portal)).ShouldBe((0, 0));
    }

    private static Task<(int Sessions, int Requests)> CountAsync(TestPortal portal) =>
        portal.AskAsync<IRegistrationDb, (int, int)>(async db => (await db.Sessions.CountAsync(), await db.LinkRequests.CountAsync()));

    private static async Task ForgetAsync(TestPortal portal) => await portal.AskAsync<IServiceProvider, bool>(async scope =>
    {
        await ActivatorUtilities.CreateInstance<PortalJobs>(scope).ForgetAsync(TestContext.Current.CancellationToken);
        return true;
    });

    // The mails caught in Development stand for those that left the house.
    private static List<string> FilesWith(string text, TestPortal portal) =>
        [.. Directory.GetFiles(portal.DataDirectory).Where(file => Contains(file, Encoding.UTF8.GetBytes(text))).Select(file => Path.GetFileName(file))];

    private static bool Contains(string file, byte[] text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(text) >= 0;
    }
}
