using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Audit;
using NexiPortal.Infrastructure.Jobs;
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

        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldBe(new VerifyAuditTrail.Answer(writers * entries, null));
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
        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldBe(new VerifyAuditTrail.Answer(2, null));
    }

    [Theory]
    [InlineData(false, "The audit trail is whole: 2 sealed entries")]
    [InlineData(true, "The audit trail is broken at entry 2")]
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

        log.ShouldHaveSingleItem().ShouldBe((changed ? LogLevel.Error : LogLevel.Information, message));
    }

    private sealed class Lines : List<(LogLevel Level, string Message)>, ILogger<PortalJobs>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add((logLevel, formatter(state, exception)));
    }

    private static AuditEntry Entry() => AuditEntry.Of("test", "Tested", Guid.CreateVersion7(), TestPortal.Start);

    private static Task WriteAsync(TestPortal portal, AuditEntry? entry = null) => portal.ChangeAsync<IAuditDb>(db =>
    {
        db.AuditEntries.Add(entry ?? Entry());
        return Task.CompletedTask;
    });
}
