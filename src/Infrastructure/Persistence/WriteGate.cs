namespace NexiPortal.Infrastructure.Persistence;

/// <summary>
/// Lets one write transaction at a time through to SQLite, first come, first served. SQLite has one writer anyway, and its driver
/// waits for it by sleeping, which starves others; with PostgreSQL everybody passes.
/// </summary>
internal sealed class WriteGate(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? _gate = settings.Provider == DatabaseProvider.Sqlite ? new(1, 1) : null;

    /// <exception cref="TimeoutException">The turn did not come in time.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (_gate is null) return new Pass(null);
        return await _gate.WaitAsync(2 * settings.Patience, ct) ? new Pass(_gate) : throw new TimeoutException("Others have been writing to the database for too long.");
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
