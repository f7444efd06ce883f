namespace NexiPortal.TestSupport;

/// <summary>Counts the commands the database is sent while something is done, by whatever is called from there and by nothing else.</summary>
public static class QueryCount
{
    private static readonly AsyncLocal<Counter?> Current = new();
    private static readonly Lazy<Task> Listening = new(() => DatabaseCommands.ListenAsync(_ => Current.Value?.Count()));

    /// <summary>Does it and gives back how many commands that took.</summary>
    public static async Task<int> OfAsync(Func<Task> doing)
    {
        await Listening.Value;
        var counter = Current.Value = new();
        await doing();
        Current.Value = null;
        return counter.Value;
    }

    private sealed class Counter
    {
        private int _value;

        public int Value => _value;

        public void Count() => Interlocked.Increment(ref _value);
    }
}
