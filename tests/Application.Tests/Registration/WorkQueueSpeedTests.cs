using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>
/// The work queue with 100,000 cases (or as many as <c>NEXIPORTAL_TEST_CASES</c> says) beside one of 100: what each question takes.
/// Slow and about time, so it runs only when it is asked for (<c>-explicit only</c>).
/// </summary>
public sealed class WorkQueueSpeedTests(ITestOutputHelper output)
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("NEXIPORTAL_TEST_CASES"), out var cases) ? cases : 100_000;

    [Theory(Explicit = true), ClassData(typeof(OnEachDatabase))]
    public async Task Questions_OfAHugeQueue_AreAsFastAsOfASmallOne(DatabaseProvider database)
    {
        await using var small = await TestPortal.StartAsync(database);
        await using var huge = await TestPortal.StartAsync(database);
        var (fewQuestions, manyQuestions) = (await PrepareAsync(small, database, 100), await PrepareAsync(huge, database, Cases));
        foreach (var ((question, askFew), (_, askMany)) in fewQuestions.Zip(manyQuestions))
        {
            var queries = await QueryCount.OfAsync(askMany);
            await askFew();
            var (few, many) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i < 40; i++) (few, many) = (Math.Min(few, await TimeAsync(askFew)), Math.Min(many, await TimeAsync(askMany)));
            output.WriteLine($"{database,-10} {question,-24} {few,7:0.00} ms {many,7:0.00} ms {many / few,5:0.0}x {queries} queries");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var started = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<List<(string Question, Func<Task> Ask)>> PrepareAsync(TestPortal portal, DatabaseProvider database, int count)
    {
        await portal.AddCasesAsync(count);
        if (database == DatabaseProvider.PostgreSql) await portal.AskAsync<IRegistrationDb, int>(db => ((DbContext)db).Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
        var one = await portal.AskAsync<IRegistrationDb, RegistrationApplication>(db =>
            db.Applications.AsNoTracking().Where(a => a.State == ApplicationState.Completed).OrderBy(a => a.Number).Skip(40).FirstAsync());
        return
        [
            Queue("all", new()),
            Queue("all by number", new(By: WorkQueue.Order.Number, IsDescending: true)),
            Queue("all by kind", new(By: WorkQueue.Order.Type, IsDescending: true)),
            Queue("awaiting paper", new(ApplicationState.AwaitingPaper)),
            Queue("in review", new(ApplicationState.InReview)),
            Queue("expired", new(ApplicationState.Expired)),
            Queue("expired by number", new(ApplicationState.Expired, By: WorkQueue.Order.Number)),
            Queue("completed by number", new(ApplicationState.Completed, By: WorkQueue.Order.Number, IsDescending: true)),
            Queue("completed, Web users", new(ApplicationState.Completed, ApplicationType.WebUser)),
            Queue("completed, last page", new(ApplicationState.Completed, Page: WorkQueue.LastPage)),
            Queue("search number", new(Search: one.Number.Value)),
            Queue("search kana", new(Search: "にほんぼうえき")),
            Queue("search name", new(Search: "㈱高木精機")),
            Queue("search one kana", new(Search: "ニ")),
            Queue("search telephone", new(Search: one.Details[ApplicationFields.Telephone])),
            Queue("search mail", new(Search: one.Address.Value)),
            Queue("search nothing", new(Search: "存在しない")),
            ("case", () => portal.SendAsync(new ViewCase.Query(one.Number, [Performer.Clerk]))),
            ("scan", () => portal.SendAsync(new FindByScan.Query(one.FormCode))),
        ];

        (string, Func<Task>) Queue(string question, WorkQueue.Query query) => (question, () => portal.SendAsync(query));
    }
}
