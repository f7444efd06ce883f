using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Persistence;

/// <summary>How scheduled work fared is written down, without a write for each time there was nothing to do.</summary>
public sealed class JobRunTests
{
    private const string Job = "deliver-mails";

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Runs_AreWrittenDown_TheEmptyOnesNowAndThen(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await RecordAsync(portal, 3, null);
        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        await RecordAsync(portal, 0, null);
        var run = await FindAsync(portal);
        (run.Done, run.EndedAt, run.DidAt, run.FailedAt, run.HasFailed).ShouldBe((3, TestPortal.Start, TestPortal.Start, null, false));

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync(portal, 0, null);
        run = await FindAsync(portal);
        (run.Done, run.EndedAt, run.DidAt).ShouldBe((0, portal.Clock.GetUtcNow(), TestPortal.Start));

        portal.Clock.Advance(TimeSpan.FromSeconds(15));
        await RecordAsync(portal, 0, "SocketException");
        run = await FindAsync(portal);
        (run.Failure, run.FailedAt, run.HasFailed).ShouldBe(("SocketException", portal.Clock.GetUtcNow(), true));

        portal.Clock.Advance(TimeSpan.FromSeconds(15));
        await RecordAsync(portal, 0, null);
        (await FindAsync(portal)).HasFailed.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task FirstRuns_OnSeveralNodesAtOnce_MakeOneRow(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => RecordAsync(portal, i + 1, null))));

        (await portal.SendAsync(new ListJobRuns.Query())).Value.Runs.Keys.ShouldBe([Job]);
    }

    private static async Task RecordAsync(TestPortal portal, int done, string? failure) =>
        (await portal.SendAsync(new RecordJobRun.Command(Job, done, failure))).Errors.ShouldBeEmpty();

    private static async Task<JobRun> FindAsync(TestPortal portal) => (await portal.SendAsync(new ListJobRuns.Query())).Value.Runs[Job];
}
