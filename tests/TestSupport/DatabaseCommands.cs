using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NexiPortal.TestSupport;

/// <summary>What this process sends its databases.</summary>
internal static class DatabaseCommands
{
    private const string Executed = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted";

    /// <summary>Tells of every command from now on, on the thread and in the flow that sent it.</summary>
    public static async Task ListenAsync(Action<DbCommand> told)
    {
        DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore")
                listener.Subscribe(new Observer<KeyValuePair<string, object?>>(happened => told(((CommandExecutedEventData)happened.Value!).Command)), name => name == Executed);
        }));
        // For a second a context goes by what it last found out: that nobody listens.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
