using NexiPortal.Benchmarks;
using NexiPortal.Benchmarks.Rows;
using NexiPortal.Benchmarks.Use;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

switch (args)
{
    case [Load.Word]:
        await Load.GenerateAsync();
        return 0;
    case [MorningLoad.Word]:
        await MorningLoad.GenerateAsync();
        return 0;
    case ["--growth", .. var limit]:
        await GrowAsync(limit is [var largest, ..] && int.TryParse(largest, out var size) ? size : 1_000_000);
        return 0;
}

var plan = Has("--quick") ? Plan.Quick : Plan.Whole;
if (Option("--rounds") is { } rounds) plan = plan with { Rounds = int.Parse(rounds) };
if (Option("--seconds") is { } seconds) plan = plan with { RoundTime = TimeSpan.FromSeconds(int.Parse(seconds)) };
var asked = Option("--rows")?.Split(',');

using var deployment = await Deployment.MakeAsync(asBuilt: plan.IsQuick || Has("--as-built"));
List<DatabaseProvider> databases = plan.IsQuick ? [DatabaseProvider.Sqlite] : [.. Databases()];
IReadOnlyList<Row> rows =
[
    new StartRow(deployment), new DetailsPageRow(deployment), new WeightRow(deployment), new FormPdfRow(), new SubmissionRow(), new SweepRow(),
    .. databases.Select(database => new LogInRow(database)),
    .. databases.Select(database => new LettersRow(database)),
    .. databases.Select(database => new WorkQueueRow(database)),
    .. databases.Select(database => new MorningRow(deployment, database, nodes: 1)),
    .. databases.Where(database => database == DatabaseProvider.PostgreSql && Requirements.Nginx.IsMet).Select(database => new MorningRow(deployment, database, nodes: 2)),
];

Console.WriteLine(Table.Head);
List<Line> lines = [];
foreach (var row in rows.Where(row => asked?.Contains(row.Key) ?? true))
{
    foreach (var line in await row.MeasureAsync(plan))
    {
        lines.Add(line);
        Console.WriteLine(Table.Of(line));
    }
}
if (Has("--record")) Report.Add(lines);
return plan.IsQuick && lines.Any(line => line.IsGrosslyMissed) ? 1 : 0;

async Task GrowAsync(int largest)
{
    foreach (var database in Databases())
    {
        var (sizes, curves) = (Growth.SizesUpTo(largest), await Growth.MeasureAsync(database, largest));
        Console.WriteLine($"{database}\n\n{Report.TableOf(sizes, curves)}");
        if (Has("--record")) Report.AddGrowth($"{database}", sizes, curves);
    }
}

static IEnumerable<DatabaseProvider> Databases() => Enum.GetValues<DatabaseProvider>().Where(database => database == DatabaseProvider.Sqlite || Requirements.PostgreSql.IsMet);

bool Has(string name) => args.Contains(name);

string? Option(string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();
