using System.Diagnostics;

namespace NexiPortal.TestSupport;

/// <summary>Counts the commands the database is sent while something is done, by whatever is called from there and by nothing else.</summary>
public static class QueryCount
{
    private const string Executed = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted";

    private static readonly AsyncLocal<Counter?> Current = new();
    private static readonly Lazy<Task> Listening = new(ListenAsync);

    /// <summary>Does it and gives back how many commands that took.</summary>
    public static async Task<int> OfAsync(Func<Task> doing)
    {
        await Listening.Value;
        var counter = Current.Value = new();
        await doing();
        Current.Value = null;
        return counter.Count;
    }

    private static async Task ListenAsync()
    {
        DiagnosticListener.AllListeners.Subscribe(new Listeners());
        // For a second a context goes by what it last found out: that nobody listens.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
    }

    private sealed class Counter
    {
        public int Count;
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(new Commands(), name => name == Executed);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value is { } counter) Interlocked.Increment(ref counter.Count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
