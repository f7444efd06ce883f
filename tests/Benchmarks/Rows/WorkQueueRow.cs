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
        var cases = plan.Of(100_000, 5_000);
        await small.AddCasesAsync(100);
        await huge.AddCasesAsync(cases);
        var (few, many) = (await StaffQuestions.OfAsync(small, 100), await StaffQuestions.OfAsync(huge, cases));
        List<(string Question, Spread Few, Spread Many)> answers = [];
        var queries = 0;
        foreach (var ((question, askFew), (_, askMany)) in few.Zip(many))
        {
            queries = Math.Max(queries, await QueryCount.OfAsync(askMany));
            // An answer of fifty cases is not to be compared with one of two.
            if (await askFew() != await askMany()) continue;
            var times = await (plan with { WarmUps = 1 }).InterleaveAsync(() => Stopclock.QuickestAsync(askFew), () => Stopclock.QuickestAsync(askMany));
            answers.Add((question, times[0], times[1]));
        }
        var worst = answers.MaxBy(answer => Spread.Ratio(answer.Many, answer.Few).Median);
        return
        [
            Line.Compare($"Work queue and search, {cases:#,0} cases, {database}: “{worst.Question}”, the worst of {answers.Count} questions with as long an answer", "100 cases", "ms", worst.Many, worst.Few, Goal.RatioAtMost(2)),
            Line.Alone($"– most queries a question takes, {database}", "queries", new([queries]), Goal.AtMost(6, "queries")),
        ];
    }
}
