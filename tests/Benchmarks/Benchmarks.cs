using NexiPortal.Benchmarks;
using NexiPortal.Benchmarks.Rows;
using NexiPortal.Benchmarks.Use;
using NexiPortal.Infrastructure.Persistence;

switch (args)
{
    case [Load.Word]:
        await Load.GenerateAsync();
        return 0;
    case [MorningLoad.Word]:
        await MorningLoad.GenerateAsync();
        return 0;
}

var plan = args.Contains("--quick") ? Plan.Quick : Plan.Whole;
if (Option("--rounds") is { } rounds) plan = plan with { Rounds = int.Parse(rounds) };
if (Option("--seconds") is { } seconds) plan = plan with { RoundTime = TimeSpan.FromSeconds(int.Parse(seconds)) };
using var deployment = await Deployment.MakeAsync(plan);
IReadOnlyList<Row> rows =
[
    new StartRow(deployment), new DetailsPageRow(deployment), new WeightRow(deployment), new FormPdfRow(), new LogInRow(DatabaseProvider.Sqlite), new LogInRow(DatabaseProvider.PostgreSql),
    new WorkQueueRow(DatabaseProvider.Sqlite), new WorkQueueRow(DatabaseProvider.PostgreSql),
    new MorningRow(deployment, DatabaseProvider.Sqlite, 1), new MorningRow(deployment, DatabaseProvider.PostgreSql, 1), new MorningRow(deployment, DatabaseProvider.PostgreSql, 2),
];
var asked = Option("--rows")?.Split(',');

Console.WriteLine(Table.Head);
List<Line> lines = [];
foreach (var row in rows.Where(row => asked?.Contains(row.Key) != false))
{
    foreach (var line in await row.MeasureAsync(plan))
    {
        lines.Add(line);
        Console.WriteLine(Table.Of(line));
    }
}
return (plan.IsQuick ? lines.Any(line => line.IsGrosslyMissed) : lines.Any(line => !line.IsReached)) ? 1 : 0;

string? Option(string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();
