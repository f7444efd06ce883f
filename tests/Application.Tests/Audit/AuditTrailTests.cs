using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Audit;
using NexiPortal.Infrastructure.Jobs;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using Fault = NexiPortal.Application.Audit.VerifyAuditTrail.Fault;

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
        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldSatisfyAllConditions(trail => trail.Sealed.ShouldBe(3), trail => trail.Faults.ShouldBeEmpty());
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
    public async Task ChangedEntries_AreNamed_AndNoOthers(DatabaseProvider database)
    {
        await using var portal = await ChainAsync(database, 6);
        await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.Where(e => e.Sequence == 2 || e.Sequence == 5).ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "somebody else")));
        var changed = await portal.AskAsync<IAuditDb, List<Guid>>(db => db.AuditEntries.Where(e => e.Actor == "somebody else").OrderBy(e => e.Sequence).Select(e => e.Id).ToListAsync());

        (await FaultsAsync(portal)).ShouldBe([new Fault.Altered(2, changed[0]), new Fault.Altered(5, changed[1])]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S53")]
    public async Task RemovedEntries_AreNamed_AlsoAtBothEnds(DatabaseProvider database)
    {
        await using var portal = await ChainAsync(database, 8);
        await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.Where(e => new long?[] { 1, 4, 5, 8 }.Contains(e.Sequence)).ExecuteDeleteAsync());

        (await FaultsAsync(portal)).ShouldBe([new Fault.Missing(1, 1), new Fault.Missing(4, 5), new Fault.Missing(8, 8)]);
    }

    [Theory]
    [Trait("Requirement", "S53")]
    [InlineData(DatabaseProvider.Sqlite, false)]
    [InlineData(DatabaseProvider.Sqlite, true)]
    [InlineData(DatabaseProvider.PostgreSql, false)]
    [InlineData(DatabaseProvider.PostgreSql, true)]
    public async Task SwappedEntries_AreNamed(DatabaseProvider database, bool withTheirSeals)
    {
        await using var portal = await ChainAsync(database, 6);
        var (third, fourth) = (await AtAsync(portal, 3), await AtAsync(portal, 4));

        // By way of a number that nothing has: numbers are unique.
        await portal.AskAsync<IAuditDb, int>(async db =>
            await PutAsync(db, third.Id, -1, withTheirSeals ? third.Seal : fourth.Seal)
            + await PutAsync(db, fourth.Id, 3, withTheirSeals ? fourth.Seal : third.Seal)
            + await PutAsync(db, third.Id, 4, withTheirSeals ? third.Seal : fourth.Seal));

        // When their seals went with them, the entry behind them no longer fits the one before it.
        IReadOnlyList<Fault> behind = withTheirSeals ? [new Fault.Altered(5, (await AtAsync(portal, 5)).Id)] : [];
        (await FaultsAsync(portal)).ShouldBe([new Fault.Altered(3, fourth.Id), new Fault.Altered(4, third.Id), .. behind]);

        static Task<AuditEntry> AtAsync(TestPortal portal, long sequence) => portal.AskAsync<IAuditDb, AuditEntry>(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Sequence == sequence));

        static Task<int> PutAsync(IAuditDb db, Guid id, long sequence, byte[]? seal) =>
            db.AuditEntries.Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Sequence, (long?)sequence).SetProperty(e => e.Seal, seal));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S53")]
    public async Task InsertedEntry_OfWhoHasNoKey_IsNamed(DatabaseProvider database)
    {
        await using var portal = await ChainAsync(database, 2);
        var forged = Entry();
        forged.SealAfter(await portal.AskAsync<IAuditDb, AuditEntry>(db => db.AuditEntries.SingleAsync(e => e.Sequence == 2)), new byte[32]);
        await WriteAsync(portal, forged);
        await WriteAsync(portal);
        await portal.SendAsync(new SealAuditEntries.Command());

        (await FaultsAsync(portal)).ShouldBe([new Fault.Altered(3, forged.Id)]);
    }

    [Fact]
    public async Task Faults_BeyondTheFirstHundred_AreCounted()
    {
        await using var portal = await ChainAsync(DatabaseProvider.Sqlite, 120);
        await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Action, "Other")));

        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldSatisfyAllConditions(trail => trail.Faults.Count.ShouldBe(100), trail => trail.FaultCount.ShouldBe(120));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SealersAtOnce_WhileEntriesAreWritten_MakeOneChainAndSkipNone(DatabaseProvider database)
    {
        const int writers = 4, entries = 40;
        await using var portal = await TestPortal.StartAsync(database);
        using var written = new CancellationTokenSource();

        var sealers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!written.IsCancellationRequested) await portal.SendAsync(new SealAuditEntries.Command());
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < entries; i++) await WriteAsync(portal);
        })));
        await written.CancelAsync();
        await Task.WhenAll(sealers);
        await portal.SendAsync(new SealAuditEntries.Command());

        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldSatisfyAllConditions(trail => trail.Sealed.ShouldBe(writers * entries), trail => trail.Faults.ShouldBeEmpty());
        (await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync(e => e.Sequence == null))).ShouldBe(0);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task EntryCommittedLate_ThoughItsIdentityIsEarlier_IsSealedBehindTheOthers(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var late = Entry();
        await WriteAsync(portal);
        await portal.SendAsync(new SealAuditEntries.Command());

        await WriteAsync(portal, late);

        (await portal.SendAsync(new SealAuditEntries.Command())).Value.ShouldBe(1);
        (await portal.AskAsync<IAuditDb, long?>(db => db.AuditEntries.Where(e => e.Id == late.Id).Select(e => e.Sequence).SingleAsync())).ShouldBe(2);
        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldSatisfyAllConditions(trail => trail.Sealed.ShouldBe(2), trail => trail.Faults.ShouldBeEmpty());
    }

    [Theory]
    [InlineData(false, "The audit trail is whole: 2 sealed entries")]
    [InlineData(true, "The audit trail is broken: 1 faults")]
    [Trait("Requirement", "S53")]
    public async Task DailyCheck_LogsWhetherTheChainIsWhole_AndWhereItIsBroken(bool changed, string message)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.EnterAsync();
        await portal.SendAsync(new SealAuditEntries.Command());
        if (changed) await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "somebody else")));
        var log = new Lines();

        await portal.AskAsync<IServiceProvider, bool>(async scope =>
        {
            await ActivatorUtilities.CreateInstance<PortalJobs>(scope, log).VerifyAuditTrailAsync(TestContext.Current.CancellationToken);
            return true;
        });

        log[^1].ShouldBe((changed ? LogLevel.Error : LogLevel.Information, message));
        (await portal.SendAsync(new ListJobRuns.Query())).Value.Runs["verify-audit-trail"].HasFailed.ShouldBe(changed);
    }

    private sealed class Lines : List<(LogLevel Level, string Message)>, ILogger<PortalJobs>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add((logLevel, formatter(state, exception)));
    }

    private static async Task<TestPortal> ChainAsync(DatabaseProvider database, int entries)
    {
        var portal = await TestPortal.StartAsync(database);
        for (var i = 0; i < entries; i++) await WriteAsync(portal);
        await portal.SendAsync(new SealAuditEntries.Command());
        return portal;
    }

    private static async Task<IReadOnlyList<Fault>> FaultsAsync(TestPortal portal) => (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.Faults;

    private static AuditEntry Entry() => AuditEntry.Of("test", "Tested", Guid.CreateVersion7(), TestPortal.Start);

    private static Task WriteAsync(TestPortal portal, AuditEntry? entry = null) => portal.ChangeAsync<IAuditDb>(db =>
    {
        db.AuditEntries.Add(entry ?? Entry());
        return Task.CompletedTask;
    });
}
