using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>Every question staff ask of the work queue with 100,000 cases, beside the same with 100: the one that grows most, and the most queries that one takes.</summary>
internal sealed class WorkQueueRow(DatabaseProvider database) : Row
{
    public override string Key => "queue";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        await using var small = await TestPortal.StartAsync(database);
        await using var huge = await TestPortal.StartAsync(database);
        var few = await QuestionsAsync(small, 100);
        var many = await QuestionsAsync(huge, plan.Of(100_000, 5_000));
        List<(string Question, Spread Few, Spread Many, int Queries)> answers = [];
        foreach (var ((question, askFew), (_, askMany)) in few.Zip(many))
        {
            var queries = await QueryCount.OfAsync(askMany);
            var times = await plan.InterleaveAsync(() => TimeAsync(askFew), () => TimeAsync(askMany));
            answers.Add((question, times[0], times[1], queries));
        }
        var worst = answers.MaxBy(answer => Spread.Ratio(answer.Many, answer.Few).Median);
        return
        [
            Line.Compare($"Work queue and search, {plan.Of(100_000, 5_000):#,0} cases, {database}: “{worst.Question}”, the worst of {answers.Count} questions", "100 cases", "ms", worst.Many, worst.Few, Goal.RatioAtMost(2)),
            Line.Alone($"– most queries a question takes, {database}", "queries", new([answers.Max(answer => answer.Queries)]), Goal.AtMost(6, "queries")),
        ];
    }

    // The quickest of some: what the machine did meanwhile falls out.
    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var quickest = double.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return quickest;
    }

    private static async Task<List<(string Question, Func<Task> Ask)>> QuestionsAsync(TestPortal portal, int cases)
    {
        await portal.AddCasesAsync(cases);
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
            Queue("completed, last page", new(ApplicationState.Completed, Page: Math.Min(WorkQueue.LastPage, cases / 100))), // A page that is full.
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
