namespace NexiPortal.Infrastructure.Persistence;

/// <summary>
/// Lets one write transaction at a time through to SQLite, first come, first served. SQLite has one writer anyway, and its driver
/// waits for it by sleeping, which starves others; with PostgreSQL everybody passes.
/// </summary>
internal sealed class WriteGate(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? _gate = settings.Provider == DatabaseProvider.Sqlite ? new(1, 1) : null;

    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (_gate is null) return new Pass(null);
        await _gate.WaitAsync(ct);
        return new Pass(_gate);
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
