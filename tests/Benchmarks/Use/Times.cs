using System.Collections.Concurrent;

namespace NexiPortal.Benchmarks.Use;

/// <summary>How long each answer took, by what it answered; safe for everybody at once.</summary>
internal sealed class Times
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _milliseconds = new();

    public void Add(string step, TimeSpan time) => _milliseconds.GetOrAdd(step, _ => []).Add(time.TotalMilliseconds);

    /// <summary>Every step with all its times.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> All => _milliseconds.ToDictionary(step => step.Key, step => (IReadOnlyList<double>)[.. step.Value]);
}
