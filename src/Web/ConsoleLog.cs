using System.Globalization;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace NexiPortal.Web;

/// <summary>Writes the log behind the requests, a tenth of a second's lines at once: no request waits for whoever reads it.</summary>
internal sealed class ConsoleLog(ITextFormatter formatter) : IBatchedLogEventSink
{
    /// <summary>How lines are gathered. Beyond the limit of the queue, when nobody reads for minutes, lines are left out before memory runs out.</summary>
    public static readonly BatchingOptions Batching = new() { BufferingTimeLimit = TimeSpan.FromMilliseconds(100), BatchSizeLimit = 1000, QueueLimit = 100_000 };

    public async Task EmitBatchAsync(IReadOnlyCollection<LogEvent> batch)
    {
        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var line in batch) formatter.Format(line, lines);
        await Console.Out.WriteAsync(lines.ToString());
    }

    public Task OnEmptyBatchAsync() => Task.CompletedTask;
}
