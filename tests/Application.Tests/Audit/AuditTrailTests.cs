using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Audit;

public sealed class AuditTrailTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task EveryEvent_IsRecordedAndSealedIntoAWholeChain(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var linkId = await portal.EnterAsync();
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId));

        (await portal.SendAsync(new SealAuditEntries.Command())).Value.ShouldBe(3);

        var actions = await portal.AskAsync<IAuditDb, List<string>>(db => db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
        actions.ShouldBe(["RegistrationLinkIssued", "RegistrationLinkOpened", "ApplicationSubmitted"]);
        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldBe(new VerifyAuditTrail.Answer(3, null));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task EventThatChangesNothing_IsRecordedAllTheSame(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (token, _, _) = await portal.ReceiveLinkAsync();

        await portal.SendAsync(new OpenRegistrationLink.Command(token, "wrng-wrng-wrng"));

        (await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync(e => e.Action == "RegistrationPasswordRefused"))).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S53")]
    public async Task ChangedEntry_IsNamed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EnterAsync();
        await portal.SendAsync(new SealAuditEntries.Command());

        await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "somebody else")));

        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.FirstBroken.ShouldBe(2);
    }

    [Fact]
    [Trait("Requirement", "S53")]
    public async Task RemovedEntry_BreaksTheOneBehindIt()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.EnterAsync();
        await portal.SendAsync(new SealAuditEntries.Command());

        await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.Where(e => e.Sequence == 1).ExecuteDeleteAsync());

        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.FirstBroken.ShouldBe(2);
    }

    [Fact]
    public async Task SealersAtOnce_MakeOneChain()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.EnterAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => portal.SendAsync(new SealAuditEntries.Command()))));

        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldBe(new VerifyAuditTrail.Answer(2, null));
    }
}
