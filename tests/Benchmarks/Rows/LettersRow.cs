using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>500 letters printed, in batches as large as they may be, beside as many password hashes alone on as many processors.</summary>
internal sealed class LettersRow(DatabaseProvider database) : Row
{
    public override string Key => "letters";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        var letters = plan.Of(500, PrintNotices.MostAtOnce);
        await using var portal = await TestPortal.StartAsync(database);
        var batches = (await portal.RegisterAdministratorsAsync(letters)).Chunk(PrintNotices.MostAtOnce).ToList();
        var hasher = await portal.AskAsync<IPasswordHasher, IPasswordHasher>(Task.FromResult);
        var prints = 0;
        var rates = await (plan with { Rounds = plan.Of(5, 2), WarmUps = 1 }).InterleaveAsync(
            async () =>
            {
                var seconds = await Stopclock.QuickestAsync(() => PrintAsync(portal, batches, prints), times: 1) / 1000;
                prints++;
                return letters / seconds;
            },
            async () => letters * 1000 / await Stopclock.QuickestAsync(() => Task.Run(() => Parallel.For(0, letters, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, letter => hasher.Hash($"Initial-{letter}"))), times: 1));
        return [Line.Compare($"{letters} letters, {database}", "password hashes alone, all processors", "/s", rates[0], rates[1], Goal.Ratio(0.8))];
    }

    // Nobody confirms a print, so every letter is offered for printing again.
    private static async Task PrintAsync(TestPortal portal, List<WebUser[]> batches, int printsBefore)
    {
        foreach (var batch in batches)
        {
            var printed = await portal.TryPrintAsync([.. batch.Select(administrator => new NoticeNumber(administrator.UserId, 1, printsBefore))]);
            if (!printed.Succeeded) throw new InvalidOperationException($"Not printed: {printed.Errors[0].Code}.");
        }
    }
}
