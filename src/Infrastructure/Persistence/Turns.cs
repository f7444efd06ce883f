namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Queues those of one process who want the same turn (<see cref="Application.Common.IUnitOfWork.TakeTurnAsync"/>); the database does so among processes.</summary>
internal sealed class Turns(DatabaseSettings settings)
{
    private readonly Dictionary<string, (SemaphoreSlim Door, int Interested)> _doors = [];

    /// <exception cref="TimeoutException">The turn did not come in time.</exception>
    public async Task<IDisposable> TakeAsync(string turn, CancellationToken ct)
    {
        var door = Enter(turn);
        try
        {
            if (!await door.WaitAsync(2 * settings.Patience, ct)) throw new TimeoutException("Others have been at this for too long.");
        }
        catch
        {
            Leave(turn);
            throw;
        }
        return new Held(this, turn, door);
    }

    private SemaphoreSlim Enter(string turn)
    {
        lock (_doors)
        {
            var (door, interested) = _doors.GetValueOrDefault(turn, (new(1, 1), 0));
            _doors[turn] = (door, interested + 1);
            return door;
        }
    }

    private void Leave(string turn)
    {
        lock (_doors)
        {
            var (door, interested) = _doors[turn];
            if (interested > 1) _doors[turn] = (door, interested - 1);
            else _doors.Remove(turn);
        }
    }

    private sealed class Held(Turns turns, string turn, SemaphoreSlim door) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 1) return;
            door.Release();
            turns.Leave(turn);
        }
    }
}
